import { newIds } from '../../clock';
import type { Tx } from '../../db/transaction';

/**
 * The imported conversations within a day of the rows of their customers; the others cannot be meant. OFFSET 0 keeps
 * them being looked up customer by customer (see takeSlice).
 */
const NEARBY = `
  SELECT it.* FROM (
    SELECT customer_id, min(sent_at) AS oldest, max(sent_at) AS newest, array_agg(thread) AS threads FROM slice_row GROUP BY 1
  ) r CROSS JOIN LATERAL (
    SELECT * FROM import_ticket WHERE customer_id = r.customer_id AND thread = ANY (r.threads)
    UNION ALL
    SELECT * FROM import_ticket WHERE customer_id = r.customer_id AND thread IS NULL
      AND newest_at > r.oldest - interval '24 hours' AND oldest_at < r.newest + interval '24 hours'
    OFFSET 0
  ) it`;

/**
 * Finds the conversation of each of `slice_row`'s rows and makes two temporary tables of it: `slice_message`, a row's
 * id, ticket and place `n` in what comes to that ticket; and `slice_ticket`, a ticket with the sums of it and the
 * numbers that it has so far. Tickets that grow are locked, so that their numbers stand still.
 */
export async function placeSlice(tx: Tx, rows: number): Promise<void> {
  await tx.query('ANALYZE slice_row (row_key, customer_id)');
  await tx.query(
    `SELECT 1 FROM ticket WHERE id = ANY (ARRAY(SELECT ticket_id FROM (${NEARBY}) n)) ORDER BY id FOR NO KEY UPDATE`,
  );
  await placeRows(tx, rows);
  await tx.query('ANALYZE slice_message');
  await sumTickets(tx);
  await tx.query('ANALYZE slice_ticket (ticket_id, is_new)');
}

/**
 * A conversation is an island of time over the rows and the spans of what was imported before, cut where 24 hours lie
 * between; or a thread. Ids rise with time and place: by them messages of one second keep their order.
 */
async function placeRows(tx: Tx, rows: number): Promise<void> {
  await tx.query(
    'CREATE TEMPORARY TABLE slice_message (row_key text, id uuid, ticket_id uuid, is_new boolean, n int) ON COMMIT DROP',
  );
  await tx.query(
    `INSERT INTO slice_message (row_key, id, ticket_id, is_new, n)
     WITH nearby AS MATERIALIZED (${NEARBY}), spans AS (
       SELECT row_key, customer_id, place, sent_at AS oldest, sent_at AS newest, NULL::uuid AS ticket_id FROM slice_row WHERE thread IS NULL
       UNION ALL
       SELECT NULL, customer_id, 0, oldest_at, newest_at, ticket_id FROM nearby WHERE thread IS NULL
     ), gaps AS (
       SELECT *, oldest - max(newest) OVER (PARTITION BY customer_id ORDER BY oldest, newest, place, row_key
         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) >= interval '24 hours' AS is_new FROM spans
     ), islands AS (
       SELECT *, count(*) FILTER (WHERE is_new) OVER (PARTITION BY customer_id ORDER BY oldest, newest, place, row_key
         ROWS UNBOUNDED PRECEDING) AS island FROM gaps
     ), placed AS (
       SELECT row_key, place, oldest AS sent_at, customer_id || ' ' || island AS conversation,
              max(ticket_id::text) OVER (PARTITION BY customer_id, island)::uuid AS ticket_id FROM islands
       UNION ALL
       SELECT r.row_key, r.place, r.sent_at, r.customer_id || ' thread ' || r.thread, n.ticket_id
       FROM slice_row r LEFT JOIN nearby n ON n.customer_id = r.customer_id AND n.thread = r.thread WHERE r.thread IS NOT NULL
     ), numbered AS (
       SELECT *, row_number() OVER (ORDER BY sent_at, place) AS at, dense_rank() OVER (ORDER BY conversation) AS island
       FROM placed WHERE row_key IS NOT NULL
     )
     SELECT row_key, ($1::uuid[])[at], coalesce(ticket_id, ($2::uuid[])[island]), ticket_id IS NULL,
            row_number() OVER (PARTITION BY coalesce(ticket_id::text, conversation) ORDER BY at) FROM numbered`,
    [newIds(rows), newIds(rows)],
  );
}

async function sumTickets(tx: Tx): Promise<void> {
  await tx.query(
    `CREATE TEMPORARY TABLE slice_ticket ON COMMIT DROP AS
     SELECT s.*, coalesce(t.last_seq, 0) AS seq, coalesce(t.last_public_seq, 0) AS public_seq
     FROM (
       SELECT ticket_id, bool_or(is_new) AS is_new, count(*)::int AS n, min(sent_at) AS oldest, max(sent_at) AS newest,
              (array_agg(id ORDER BY n))[1] AS first_id, (array_agg(id ORDER BY n DESC))[1] AS last_id,
              (array_agg(subject ORDER BY n))[1] AS subject, (array_agg(customer_id))[1] AS customer_id,
              (array_agg(thread))[1] AS thread, (array_agg(topic ORDER BY n) FILTER (WHERE topic IS NOT NULL))[1] AS topic,
              max(priority) AS priority,
              coalesce(array_agg(DISTINCT language) FILTER (WHERE language IS NOT NULL), '{}') AS languages
       FROM slice_message JOIN slice_row USING (row_key) GROUP BY ticket_id
     ) s LEFT JOIN LATERAL (
       SELECT last_seq, last_public_seq FROM ticket WHERE id = s.ticket_id AND NOT s.is_new OFFSET 0
     ) t ON true`,
  );
}
