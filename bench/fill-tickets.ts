import type pg from 'pg';

/**
 * Tickets of 1,000 customers, a minute apart, with a message each; no events, so that the relay stays out of the
 * measurement.
 */
export async function fillTickets(
  pool: pg.Pool,
  rows: number,
  status: 'OPEN' | 'CLOSED' = 'CLOSED',
): Promise<void> {
  await pool.query(
    `WITH p AS (
       INSERT INTO person (id, name, role) SELECT make_uuid_v7(), 'Customer ' || n, 'customer' FROM generate_series(1, 1000) n RETURNING id
     ), c AS (SELECT id, row_number() OVER () - 1 AS n FROM p),
     new AS (SELECT make_uuid_v7() AS ticket, make_uuid_v7() AS message, n FROM generate_series(1, $1::int) n),
     t AS (
       INSERT INTO ticket (id, subject, status, customer_id, first_message_id, last_message_id, last_public_message_id, created_at, updated_at)
       SELECT new.ticket, 'Ticket ' || new.n, $2, c.id, new.message, new.message, new.message,
              now() - make_interval(mins => new.n), now() - make_interval(mins => new.n)
       FROM new JOIN c ON c.n = new.n % 1000
     )
     INSERT INTO message (id, ticket_id, author_id, body, created_at)
     SELECT new.message, new.ticket, c.id, 'Message of ticket ' || new.n, now() - make_interval(mins => new.n)
     FROM new JOIN c ON c.n = new.n % 1000`,
    [rows, status],
  );
  await pool.query('VACUUM ANALYZE');
}
