import type pg from 'pg';

const LANGUAGES = ['en', 'de', 'fr', 'it', 'es'];

/**
 * `waiting` tickets in five languages (or none) and four priorities, `agents` with `capacity` places who speak two each.
 * Search and urgency have seen the tickets: a worker that catches up with them would be measured as well.
 */
export async function fillQueue(
  pool: pg.Pool,
  {
    agents,
    waiting,
    capacity,
    languages = LANGUAGES,
  }: { agents: number; waiting: number; capacity: number; languages?: readonly string[] },
): Promise<void> {
  await pool.query('TRUNCATE event, outbound_mail, message, ticket, demand CASCADE');
  await pool.query(`UPDATE person SET is_available = false WHERE is_available`);
  await pool.query(
    `INSERT INTO person (id, name, role, is_available, capacity, languages)
     SELECT make_uuid_v7(), 'Agent ' || n, 'agent', true, $2, ARRAY[($3::text[])[1 + n % 5], ($3::text[])[1 + (n + 1) % 5]]
     FROM generate_series(1, $1::int) n`,
    [agents, capacity, LANGUAGES],
  );
  await pool.query(
    `WITH c AS (INSERT INTO person (id, name, role) VALUES (make_uuid_v7(), 'Customer', 'customer') RETURNING id),
     new AS (SELECT make_uuid_v7() AS id, make_uuid_v7() AS message, n, now() - make_interval(secs => $1::int - n) AS at
             FROM generate_series(1, $1::int) n),
     t AS (
       INSERT INTO ticket (id, subject, customer_id, first_message_id, last_message_id, last_public_message_id, priority,
                           languages, waiting_since, created_at, updated_at, last_seq, last_public_seq,
                           indexed_seq, urgency_due)
       SELECT new.id, 'Waiting', c.id, message, message, message, n % 4, ($2::text[])[1 + n % 5 : 1 + n % 5], at, at, at, 1, 1, 1, NULL
       FROM new, c
     )
     INSERT INTO message (id, ticket_id, author_id, body, created_at) SELECT message, new.id, c.id, 'Waiting.', at FROM new, c`,
    [waiting, languages],
  );
  await pool.query('VACUUM ANALYZE');
}
