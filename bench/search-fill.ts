import type pg from 'pg';

/** Words that messages are made of; the first are common, the last rare, as in a language. */
const VOCABULARY = 20_000;
const WORDS_A_MESSAGE = 16;
const MESSAGES = 8;

/** The `n`th word; each has its inflections among its neighbours. */
const word = (n: string) =>
  `translate((${n} / 4)::text, '0123456789', 'aeioulmnrs') || (ARRAY['k', 'king', 'ked', 'ks'])[1 + ${n} % 4]`;
/** A number drawn so that low ones are far more frequent: one word in ten is among the twenty most common. */
const drawn = `(random() ^ 3 * ${VOCABULARY})::int`;

/** Tickets with eight messages each, of 1,000 customers; as if the worker had read them. Answers how many messages. */
export async function fillForSearch(pool: pg.Pool, tickets: number): Promise<number> {
  await pool.query(
    `WITH p AS (
       INSERT INTO person (id, name, role) SELECT make_uuid_v7(), 'Searcher ' || n, 'customer' FROM generate_series(1, 1000) n RETURNING id
     ), c AS (SELECT id, row_number() OVER () - 1 AS n FROM p),
     new AS (
       SELECT make_uuid_v7() AS id, c.id AS customer, make_uuid_v7() AS first, make_uuid_v7() AS last, n.n
       FROM generate_series(1, $1::int) n JOIN c ON c.n = n.n % 1000
     ), t AS (
       INSERT INTO ticket (id, subject, status, languages, customer_id, first_message_id, last_message_id, last_public_message_id,
                           created_at, updated_at, indexed_seq)
       SELECT id, 'About ' || ${word('n')} || ' of ' || n, CASE WHEN n % 50 = 0 THEN 'OPEN' ELSE 'CLOSED' END, '{en}',
              customer, first, last, last, now() - make_interval(mins => n), now() - make_interval(mins => n), 1
       FROM new
     )
     INSERT INTO message (id, ticket_id, author_id, body, created_at)
     SELECT CASE k WHEN 1 THEN new.first WHEN ${MESSAGES} THEN new.last ELSE make_uuid_v7() END, new.id, new.customer, text.body,
            now() - make_interval(mins => n)
     FROM new, generate_series(1, ${MESSAGES}) k,
     LATERAL (SELECT string_agg(${word('x')}, ' ') AS body FROM (
       SELECT ${drawn} + 0 * new.n * k * w AS x FROM generate_series(1, ${WORDS_A_MESSAGE}) w OFFSET 0) drawn) text`,
    [tickets],
  );
  return tickets * MESSAGES;
}

/** Adds `copies` of every ticket that {@link fillForSearch} made, each older than the one before, with what the index holds of it. */
export async function multiply(pool: pg.Pool, tickets: number, copies: number): Promise<void> {
  await pool.query(`CREATE UNLOGGED TABLE bench_ticket AS
    SELECT t.id AS old, make_uuid_v7() AS id, k FROM generate_series(1, ${copies}) k, ticket t JOIN ticket_search s ON s.ticket_id = t.id`);
  await pool.query(`CREATE UNLOGGED TABLE bench_message AS
    SELECT m.id AS old, make_uuid_v7() AS id, b.id AS ticket_id, b.k FROM bench_ticket b JOIN message m ON m.ticket_id = b.old`);
  await pool.query('CREATE INDEX ON bench_message (k, old)');
  // built at once when all is there, as after a restored backup
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(
    "SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE indexname IN ('ticket_search_staff', 'ticket_search_subject')",
  );
  for (const { name } of indexes) await pool.query(`DROP INDEX ${name}`);
  for (let k = 1; k <= copies; k++) {
    await pool.query(
      `INSERT INTO ticket (id, subject, status, languages, customer_id, first_message_id, last_message_id, last_public_message_id,
                           created_at, updated_at, indexed_seq)
       SELECT b.id, t.subject, t.status, t.languages, t.customer_id, f.id, l.id, l.id,
              t.created_at - make_interval(mins => $1::int * $2::int), t.updated_at - make_interval(mins => $1::int * $2::int), 1
       FROM bench_ticket b JOIN ticket t ON t.id = b.old
       JOIN bench_message f ON f.k = b.k AND f.old = t.first_message_id
       JOIN bench_message l ON l.k = b.k AND l.old = t.last_message_id WHERE b.k = $1`,
      [k, tickets],
    );
    await pool.query(
      `INSERT INTO message (id, ticket_id, author_id, body, created_at)
       SELECT b.id, b.ticket_id, m.author_id, m.body, m.created_at FROM bench_message b JOIN message m ON m.id = b.old WHERE b.k = $1`,
      [k],
    );
    await pool.query(
      `INSERT INTO message_search (message_id, ticket_id, words)
       SELECT b.id, b.ticket_id, s.words FROM bench_message b JOIN message_search s ON s.message_id = b.old WHERE b.k = $1`,
      [k],
    );
    await pool.query(
      `INSERT INTO ticket_search (ticket_id, configs, subject, staff, customer)
       SELECT b.id, s.configs, s.subject, s.staff, s.customer FROM bench_ticket b JOIN ticket_search s ON s.ticket_id = b.old WHERE b.k = $1`,
      [k],
    );
  }
  for (const { definition } of indexes) await pool.query(definition);
  await pool.query('DROP TABLE bench_ticket, bench_message');
  await pool.query('VACUUM ANALYZE ticket, message, ticket_search, message_search');
}

/** What people would ask: one word, two, a phrase, an unfinished one, with an operator, without a word, a slip. */
export async function searchesFor(pool: pg.Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ body: string }>('SELECT body FROM message LIMIT $1', [count]);
  return rows.map(({ body }, index) => {
    const [a = '', b = '', c = ''] = body.split(' ').slice(index % 8);
    const kinds = [
      a,
      `${a} ${b}`,
      `"${a} ${b}"`,
      `${a} ${b} ${c}`,
      `${a} is:open`,
      `${a} -${b}`,
      `${a} ${b.slice(0, 4)}`,
      `${a}xq`,
    ];
    return kinds[index % kinds.length]!;
  });
}
