import type { Tx } from '../../db/transaction';
import { workedOn } from './worked-on';

/** Staged rows after `from` up to `to`, in the order of time and place. `newestAt`: the demo alone moves its times. */
export interface Slice {
  importId: string;
  from: readonly [Date | null, number | null];
  to: readonly [Date, number];
  newestAt: Date | null;
}
const values = ({ importId, from, to, newestAt }: Slice): unknown[] => [importId, ...from, ...to, newestAt];

/** The slice's rows that nobody imported before, each with its customer as far as he is known. `$1` to `$6`: {@link values}. */
const FRESH = `
  moved AS (
    SELECT CASE WHEN $6::timestamptz IS NULL THEN interval '0'
                ELSE $6::timestamptz - (SELECT max(sent_at) FROM import_row WHERE import_id = $1) END AS by
  ), fresh AS MATERIALIZED (
    SELECT DISTINCT ON (r.row_key) r.row_key, r.place, r.external_id, r.email, r.name, r.thread, r.body, r.subject, r.topic,
           r.priority, r.language, r.sent_at + moved.by AS sent_at, coalesce(px.id, pe.id) AS customer_id
    FROM import_row r CROSS JOIN moved
    LEFT JOIN person px ON px.external_id = r.external_id
    LEFT JOIN person pe ON pe.email = r.email
    WHERE r.import_id = $1 AND ($2::timestamptz IS NULL OR (r.sent_at, r.place) > ($2, $3::int))
      AND (r.sent_at, r.place) <= ($4::timestamptz, $5::int)
      AND NOT EXISTS (SELECT 1 FROM message m WHERE m.import_key = r.row_key)
    ORDER BY r.row_key, r.sent_at, r.place
  )`;

/** The imported conversations within a day of the fresh rows of their customers; the others cannot be meant. */
const NEARBY = `
  nearby AS MATERIALIZED (
    SELECT it.* FROM (
      SELECT customer_id, min(sent_at) AS oldest, max(sent_at) AS newest, array_agg(thread) AS threads FROM fresh GROUP BY 1
    ) f JOIN import_ticket it ON it.customer_id = f.customer_id AND (it.thread = ANY (f.threads) OR (it.thread IS NULL
      AND it.newest_at > f.oldest - interval '24 hours' AND it.oldest_at < f.newest + interval '24 hours'))
  )`;

/** Makes the customers whom nobody knows yet; answers how many. Who is known by number or address is taken as he is. */
export async function addCustomers(tx: Tx, slice: Slice): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH ${FRESH}, made AS (
       INSERT INTO person (id, name, role, external_id, email)
       SELECT make_uuid_v7(), coalesce(name, 'Customer ' || external_id, left(email, 120)), 'customer', external_id, email
       FROM (SELECT DISTINCT ON (coalesce(external_id, email)) external_id, email, name FROM fresh
             WHERE customer_id IS NULL ORDER BY coalesce(external_id, email), name IS NULL, sent_at) f
       ON CONFLICT DO NOTHING RETURNING id
     )
     INSERT INTO import_person (person_id, import_id) SELECT id, $1 FROM made`,
    values(slice),
  );
  return rowCount ?? 0;
}

/** Holds the conversations that may be joined, so that their numbers stand still. */
export async function lockConversations(tx: Tx, slice: Slice): Promise<void> {
  await tx.query(
    `WITH ${FRESH}, ${NEARBY} SELECT 1 FROM ticket WHERE id IN (SELECT ticket_id FROM nearby) ORDER BY id FOR NO KEY UPDATE`,
    values(slice),
  );
}

/**
 * Inserts conversations, messages and their events, numbered; one statement. Conversations are islands of time: the
 * fresh rows and the spans of what was imported before, cut where 24 hours lie between.
 */
export async function addMessages(
  tx: Tx,
  slice: Slice,
  route: boolean,
): Promise<{ imported: number; conversations: number; joined: number }> {
  const { rows } = await tx.query<{ imported: number; conversations: number; joined: number }>(
    `WITH ${FRESH}, ${NEARBY}, spans AS (
       SELECT row_key, customer_id, place, sent_at AS oldest, sent_at AS newest, NULL::uuid AS ticket_id FROM fresh WHERE thread IS NULL
       UNION ALL
       SELECT NULL, customer_id, 0, oldest_at, newest_at, ticket_id FROM nearby WHERE thread IS NULL
     ), gaps AS (
       SELECT *, oldest - max(newest) OVER (PARTITION BY customer_id ORDER BY oldest, newest, place, row_key
         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) >= interval '24 hours' AS is_new FROM spans
     ), islands AS (
       SELECT *, count(*) FILTER (WHERE is_new) OVER (PARTITION BY customer_id ORDER BY oldest, newest, place, row_key
         ROWS UNBOUNDED PRECEDING) AS island FROM gaps
     ), placed AS (
       SELECT row_key, customer_id || ' ' || island AS conversation,
              max(ticket_id::text) OVER (PARTITION BY customer_id, island)::uuid AS ticket_id FROM islands
       UNION ALL
       SELECT f.row_key, f.customer_id || ' thread ' || f.thread, n.ticket_id
       FROM fresh f LEFT JOIN nearby n ON n.customer_id = f.customer_id AND n.thread = f.thread WHERE f.thread IS NOT NULL
     ), new_ticket AS MATERIALIZED (
       SELECT conversation, make_uuid_v7() AS id FROM placed WHERE row_key IS NOT NULL AND ticket_id IS NULL GROUP BY conversation
     ), m AS MATERIALIZED (
       SELECT f.*, make_uuid_v7() AS id, coalesce(p.ticket_id, n.id) AS ticket_id, n.id IS NOT NULL AS is_first,
              row_number() OVER (PARTITION BY coalesce(p.ticket_id, n.id) ORDER BY f.sent_at, f.place) AS n
       FROM (SELECT * FROM fresh ORDER BY sent_at, place) f JOIN placed p USING (row_key) LEFT JOIN new_ticket n USING (conversation)
     ), s AS MATERIALIZED (
       SELECT ticket_id, bool_or(is_first) AS is_new, count(*)::int AS n, min(sent_at) AS oldest, max(sent_at) AS newest,
              (array_agg(id ORDER BY n))[1] AS first_id, (array_agg(id ORDER BY n DESC))[1] AS last_id,
              (array_agg(subject ORDER BY n))[1] AS subject, (array_agg(customer_id))[1] AS customer_id, (array_agg(thread))[1] AS thread,
              (array_agg(topic ORDER BY n) FILTER (WHERE topic IS NOT NULL))[1] AS topic, max(priority) AS priority,
              coalesce(array_agg(DISTINCT language) FILTER (WHERE language IS NOT NULL), '{}') AS languages
       FROM m GROUP BY ticket_id
     ), before AS MATERIALIZED (
       SELECT s.ticket_id, coalesce(t.last_seq, 0) AS seq, coalesce(t.last_public_seq, 0) AS public_seq
       FROM s LEFT JOIN ticket t ON t.id = s.ticket_id
     ), t AS (
       INSERT INTO ticket (id, subject, topic, priority, languages, channel, customer_id, waiting_since, is_held, is_imported, created_at,
         updated_at, public_updated_at, first_message_id, last_message_id, last_public_message_id, last_seq, last_public_seq)
       SELECT ticket_id, subject, topic, coalesce(priority, 1), languages, 'CHAT', customer_id, oldest, $7, true, oldest,
              newest, newest, first_id, last_id, last_id, n, n FROM s WHERE is_new ORDER BY oldest
     ), joined AS (
       UPDATE ticket t SET last_seq = t.last_seq + s.n, last_public_seq = t.last_public_seq + s.n,
         last_message_id = CASE WHEN lm.created_at <= s.newest THEN s.last_id ELSE t.last_message_id END,
         last_public_message_id = CASE WHEN pm.created_at <= s.newest THEN s.last_id ELSE t.last_public_message_id END,
         updated_at = greatest(t.updated_at, s.newest), public_updated_at = greatest(t.public_updated_at, s.newest)
       FROM s, message lm, message pm
       WHERE NOT s.is_new AND t.id = s.ticket_id AND lm.id = t.last_message_id AND pm.id = t.last_public_message_id
     ), i AS (
       INSERT INTO message (id, ticket_id, author_id, origin, body, import_key, created_at)
       SELECT id, ticket_id, customer_id, 'IMPORT', body, row_key, sent_at FROM m ORDER BY sent_at, place
     ), e AS (
       INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at, published_at)
       SELECT make_uuid_v7(), m.ticket_id, CASE WHEN b.seq + m.n = 1 THEN 'ticket.created' ELSE 'message.created' END,
              b.seq + m.n, b.public_seq + m.n, m.customer_id, jsonb_build_object('message_id', m.id), m.sent_at,
              -- the first and the newest are told live: routing starts, and screens see the whole ticket
              CASE WHEN b.seq + m.n > 1 AND m.n < s.n THEN now() END
       FROM m JOIN before b USING (ticket_id) JOIN s USING (ticket_id)
     ), k AS (
       INSERT INTO import_ticket AS it (ticket_id, import_id, customer_id, thread, oldest_at, newest_at, last_seq)
       SELECT s.ticket_id, $1, s.customer_id, s.thread, s.oldest, s.newest,
              -- what anybody did in between stays beyond the number, and so does what another import adds
              CASE WHEN o.ticket_id IS NULL OR (o.import_id = $1 AND NOT ${workedOn('o.ticket_id', 'o.last_seq')})
                   THEN b.seq + s.n ELSE o.last_seq END
       FROM s JOIN before b USING (ticket_id) LEFT JOIN import_ticket o ON o.ticket_id = s.ticket_id
       ON CONFLICT (ticket_id) DO UPDATE SET oldest_at = least(it.oldest_at, excluded.oldest_at),
         newest_at = greatest(it.newest_at, excluded.newest_at), last_seq = excluded.last_seq
     )
     SELECT (SELECT count(*) FROM m) AS imported, (SELECT count(*) FROM new_ticket) AS conversations,
            (SELECT count(*) FROM m JOIN import_ticket it USING (ticket_id) WHERE it.import_id IS DISTINCT FROM $1) AS joined`,
    [...values(slice), !route],
  );
  return rows[0]!;
}
