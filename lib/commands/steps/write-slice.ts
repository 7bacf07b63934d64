import { newIds } from '../../clock';
import type { Tx } from '../../db/transaction';
import { workedOn } from './worked-on';

/** Writes what `slice_row`, `slice_message` and `slice_ticket` say: tickets, spans, messages and their events. */
export async function writeSlice(
  tx: Tx,
  importId: string,
  { route, rows }: { route: boolean; rows: number },
): Promise<void> {
  await addTickets(tx, route);
  await growTickets(tx);
  // before the events: what anybody did so far is asked for, and ours would count as well
  await keepSpans(tx, importId);
  await addMessages(tx);
  await addEvents(tx, rows);
}

async function addTickets(tx: Tx, route: boolean): Promise<void> {
  await tx.query(
    `INSERT INTO ticket (id, subject, topic, priority, languages, channel, customer_id, waiting_since, is_held, is_imported, created_at,
       updated_at, public_updated_at, first_message_id, last_message_id, last_public_message_id, last_seq, last_public_seq)
     SELECT ticket_id, subject, topic, coalesce(priority, 1), languages, 'CHAT', customer_id, oldest, $1, true, oldest,
            newest, newest, first_id, last_id, last_id, n, n FROM slice_ticket WHERE is_new ORDER BY oldest, first_id`,
    [!route],
  );
}

async function growTickets(tx: Tx): Promise<void> {
  await tx.query(
    `UPDATE ticket t SET last_seq = t.last_seq + s.n, last_public_seq = t.last_public_seq + s.n,
       last_message_id = CASE WHEN ${sentAt('t.last_message_id')} <= s.newest THEN s.last_id ELSE t.last_message_id END,
       last_public_message_id = CASE WHEN ${sentAt('t.last_public_message_id')} <= s.newest THEN s.last_id
                                     ELSE t.last_public_message_id END,
       updated_at = greatest(t.updated_at, s.newest), public_updated_at = greatest(t.public_updated_at, s.newest)
     FROM slice_ticket s
     WHERE t.id = s.ticket_id AND t.id = ANY (ARRAY(SELECT ticket_id FROM slice_ticket WHERE NOT is_new))`,
  );
}

const sentAt = (id: string): string => `(SELECT created_at FROM message WHERE id = ${id})`;

async function keepSpans(tx: Tx, importId: string): Promise<void> {
  await tx.query(
    `INSERT INTO import_ticket AS it (ticket_id, import_id, customer_id, thread, oldest_at, newest_at, last_seq)
     SELECT s.ticket_id, $1, s.customer_id, s.thread, s.oldest, s.newest,
            -- what anybody did in between stays beyond the number, and so does what another import adds
            CASE WHEN o.ticket_id IS NULL OR (o.import_id = $1 AND NOT ${workedOn('o.ticket_id', 'o.last_seq')})
                 THEN s.seq + s.n ELSE o.last_seq END
     FROM slice_ticket s
     LEFT JOIN LATERAL (SELECT * FROM import_ticket WHERE ticket_id = s.ticket_id AND NOT s.is_new OFFSET 0) o ON true
     ON CONFLICT (ticket_id) DO UPDATE SET oldest_at = least(it.oldest_at, excluded.oldest_at),
       newest_at = greatest(it.newest_at, excluded.newest_at), last_seq = excluded.last_seq`,
    [importId],
  );
}

async function addMessages(tx: Tx): Promise<void> {
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, origin, body, import_key, created_at)
     SELECT m.id, m.ticket_id, r.customer_id, 'IMPORT', r.body, r.row_key, r.sent_at
     FROM slice_message m JOIN slice_row r USING (row_key) ORDER BY m.id`,
  );
}

/**
 * A new conversation is history that nobody has open: its events count as told, and `import.advanced` speaks for all
 * of them. Of what comes to one that was there, the newest is told live, so that whoever has it open sees all of it.
 */
async function addEvents(tx: Tx, rows: number): Promise<void> {
  await tx.query(
    `INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at, published_at)
     SELECT ($1::uuid[])[row_number() OVER ()], m.ticket_id,
            CASE WHEN s.seq + m.n = 1 THEN 'ticket.created' ELSE 'message.created' END,
            s.seq + m.n, s.public_seq + m.n, r.customer_id, jsonb_build_object('message_id', m.id), r.sent_at,
            CASE WHEN m.is_new OR m.n < s.n THEN now() END
     FROM slice_message m JOIN slice_ticket s USING (ticket_id) JOIN slice_row r USING (row_key)`,
    [newIds(rows)],
  );
}
