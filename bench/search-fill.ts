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

/** Tickets with eight messages each, of 1,000 customers; as if the worker had read them. */
export async function fillForSearch(pool: pg.Pool, tickets: number): Promise<void> {
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
}
