import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';

/** Files many tickets that wait, a second apart, as the product would have: one message and one event each. */
export async function fileWaiting(customer: Pick<Actor, 'id'>, many: number): Promise<void> {
  await sql.query(
    `WITH new AS (
       SELECT make_uuid_v7() AS id, make_uuid_v7() AS message, now() - make_interval(secs => $2::int - n) AS at
       FROM generate_series(1, $2::int) n
     ), t AS (
       INSERT INTO ticket (id, subject, customer_id, first_message_id, last_message_id, last_public_message_id,
                           waiting_since, created_at, updated_at, last_seq, last_public_seq)
       SELECT id, 'Waiting', $1, message, message, message, at, at, at, 1, 1 FROM new
     ), m AS (
       INSERT INTO message (id, ticket_id, author_id, body, created_at) SELECT message, id, $1, 'Waiting.', at FROM new
     )
     INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at)
     SELECT make_uuid_v7(), id, 'ticket.created', 1, 1, $1, '{}', at FROM new`,
    [customer.id, many],
  );
}
