import { newId } from '../clock';
import { inTransaction, type Tx } from '../db/transaction';
import { wakeRelay } from '../events/wake';
import { firstSentence } from '../rules/first-sentence';
import type { ImportReportDto } from '../schemas/import';

/**
 * Turns staged rows into conversations, all in one transaction, so that there is no half import. A conversation is the
 * messages of one customer with gaps under 24 hours; rows that were imported before add nothing, and rows that belong
 * to an imported conversation join it. Nobody is mailed; routing keeps its hands off unless the import asked for it.
 * Running it twice is the same as once.
 */
export function runImport(importId: string): Promise<ImportReportDto> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{
      state: string;
      route: boolean;
      newest_at: Date | null;
      report: ImportReportDto;
    }>('SELECT state, route, newest_at, report FROM import WHERE id = $1 FOR UPDATE', [importId]);
    const job = rows[0];
    if (!job || job.state === 'done') return job?.report ?? emptyReport;
    await addCustomers(tx, importId);
    const staged = await groupRows(tx, importId, job.newest_at);
    const conversations = await addConversations(tx, staged, job.route);
    const imported = await addMessages(tx, staged);
    const report = { ...job.report, imported, skipped: job.report.rows - imported, conversations };
    await tx.query(`UPDATE import SET state = 'done', report = $2, finished_at = now() WHERE id = $1`, [
      importId,
      JSON.stringify(report),
    ]);
    tx.afterCommit(wakeRelay);
    return report;
  });
}

const emptyReport: ImportReportDto = { rows: 0, imported: 0, skipped: 0, conversations: 0, errors: [] };

async function addCustomers(tx: Tx, importId: string): Promise<void> {
  await tx.query(
    `INSERT INTO person (id, name, role, external_id)
     SELECT make_uuid_v7(), 'Customer ' || r.external_id, 'customer', r.external_id
     FROM (SELECT DISTINCT external_id FROM import_row WHERE import_id = $1 ORDER BY external_id) r
     ON CONFLICT (external_id) DO NOTHING`,
    [importId],
  );
}

/** A new row with the conversation it belongs to: one that exists (`ticket_id`), or the `n`-th new one. */
interface GroupedRow {
  row_key: string;
  customer_id: string;
  sent_at: Date;
  body: string;
  ticket_id: string | null;
  conversation: string;
}

async function groupRows(tx: Tx, importId: string, newest: Date | null): Promise<GroupedRow[]> {
  const { rows } = await tx.query<GroupedRow>(
    `WITH moved AS (
       SELECT CASE WHEN $2::timestamptz IS NULL THEN interval '0'
                   ELSE $2::timestamptz - (SELECT max(sent_at) FROM import_row WHERE import_id = $1) END AS by
     ), fresh AS (
       SELECT DISTINCT ON (r.row_key) r.row_key, p.id AS customer_id, r.sent_at + moved.by AS sent_at, r.body, r.line
       FROM import_row r JOIN person p ON p.external_id = r.external_id, moved
       WHERE r.import_id = $1 AND NOT EXISTS (SELECT 1 FROM message m WHERE m.import_key = r.row_key)
       ORDER BY r.row_key, r.line
     ), everything AS (
       SELECT row_key, customer_id, sent_at, body, line, NULL::uuid AS ticket_id FROM fresh
       UNION ALL
       SELECT NULL, t.customer_id, m.created_at, NULL, 0, t.id
       FROM message m JOIN ticket t ON t.id = m.ticket_id
       WHERE m.import_key IS NOT NULL AND t.customer_id IN (SELECT customer_id FROM fresh)
     ), gaps AS (
       SELECT *, sent_at - lag(sent_at) OVER w >= interval '24 hours' AS is_new
       FROM everything WINDOW w AS (PARTITION BY customer_id ORDER BY sent_at, line)
     ), numbered AS (
       SELECT *, customer_id || '-' || count(*) FILTER (WHERE is_new) OVER (PARTITION BY customer_id ORDER BY sent_at, line) AS conversation
       FROM gaps
     ), joined AS (
       SELECT *, (max(ticket_id::text) OVER (PARTITION BY conversation))::uuid AS of_ticket FROM numbered
     )
     SELECT row_key, customer_id, sent_at, body, of_ticket AS ticket_id, conversation
     FROM joined WHERE row_key IS NOT NULL ORDER BY sent_at, line DESC`,
    [importId, newest],
  );
  return rows;
}

/** Inserts the new conversations, oldest first so that their numbers follow time; fills in `ticket_id`. */
async function addConversations(tx: Tx, rows: GroupedRow[], route: boolean): Promise<number> {
  const conversations = new Map<string, GroupedRow[]>();
  for (const row of rows) {
    if (row.ticket_id !== null) continue;
    conversations.set(row.conversation, [...(conversations.get(row.conversation) ?? []), row]);
  }
  const tickets = [...conversations.values()].map((messages) => {
    const id = newId();
    for (const message of messages) message.ticket_id = id;
    const first = messages[0]!;
    return {
      id,
      subject: firstSentence(first.body),
      customer_id: first.customer_id,
      created_at: first.sent_at.toISOString(),
    };
  });
  await tx.query(
    `INSERT INTO ticket (id, subject, channel, customer_id, waiting_since, is_held, is_imported, created_at, updated_at,
                         public_updated_at, first_message_id, last_message_id, last_public_message_id)
     SELECT id, subject, 'CHAT', customer_id, created_at, $2, true, created_at, created_at, created_at, id, id, id
     FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, subject text, customer_id uuid, created_at timestamptz)
     ORDER BY created_at`,
    [JSON.stringify(tickets), !route],
  );
  return tickets.length;
}

/** Inserts the messages with their times, numbers their events, and points the tickets at first and last. */
async function addMessages(tx: Tx, rows: readonly GroupedRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const messages = rows.map((row) => ({ ...row, id: newId(), sent_at: row.sent_at.toISOString() }));
  await tx.query(
    `WITH m AS (
       SELECT *, row_number() OVER (PARTITION BY ticket_id ORDER BY sent_at, id) AS n
       FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, ticket_id uuid, customer_id uuid, sent_at timestamptz, body text, row_key text)
     ), i AS (
       INSERT INTO message (id, ticket_id, author_id, origin, body, import_key, created_at)
       SELECT id, ticket_id, customer_id, 'IMPORT', body, row_key, sent_at FROM m ORDER BY sent_at, id
     ), e AS (
       INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at, published_at)
       SELECT make_uuid_v7(), m.ticket_id, CASE WHEN t.last_seq + m.n = 1 THEN 'ticket.created' ELSE 'message.created' END,
              t.last_seq + m.n, t.last_public_seq + m.n, m.customer_id, jsonb_build_object('message_id', m.id), m.sent_at,
              -- the first and the newest are told live: routing starts, and screens see the whole ticket
              CASE WHEN t.last_seq + m.n > 1 AND m.n < (SELECT max(x.n) FROM m x WHERE x.ticket_id = m.ticket_id) THEN now() END
       FROM m JOIN ticket t ON t.id = m.ticket_id
     ), s AS (
       SELECT ticket_id, count(*)::int AS n, max(sent_at) AS newest,
              (array_agg(id ORDER BY sent_at, id))[1] AS first_id, (array_agg(id ORDER BY sent_at DESC, id DESC))[1] AS last_id
       FROM m GROUP BY ticket_id
     )
     UPDATE ticket t SET last_seq = t.last_seq + s.n, last_public_seq = t.last_public_seq + s.n,
       first_message_id = CASE WHEN t.last_seq = 0 THEN s.first_id ELSE t.first_message_id END,
       last_message_id = s.last_id, last_public_message_id = s.last_id,
       updated_at = greatest(t.updated_at, s.newest), public_updated_at = greatest(t.public_updated_at, s.newest)
     FROM s WHERE t.id = s.ticket_id`,
    [JSON.stringify(messages)],
  );
  return messages.length;
}
