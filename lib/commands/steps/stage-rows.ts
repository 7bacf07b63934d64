import { createHash } from 'node:crypto';
import type { Tx } from '../../db/transaction';
import { firstSentence } from '../../rules/first-sentence';

/** A good row of a message file. `priority` is the rank 0 to 3. */
export interface StagedRow {
  /** Order among rows of the same second: the line, negative where the file begins with the newest. */
  place: number;
  externalId: string | null;
  email: string | null;
  name: string | null;
  sentAt: Date;
  body: string;
  topic: string | null;
  priority: number | null;
  language: string | null;
  messageId: string | null;
  thread: string | null;
}
export interface BadRow {
  line: number;
  rule: string;
  cells: readonly string[];
}

/** Rows per INSERT. */
export const STAGING_BATCH = 2_000;

export async function stageRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({
    place: row.place,
    external_id: row.externalId,
    email: row.email,
    name: row.name,
    thread: row.thread,
    sent_at: row.sentAt.toISOString(),
    body: row.body,
    subject: firstSentence(row.body),
    topic: row.topic,
    priority: row.priority,
    language: row.language,
    row_key: rowKey(row),
  }));
  await tx.query(
    `INSERT INTO import_row (import_id, place, external_id, email, name, thread, sent_at, body, subject, topic, priority, language, row_key)
     SELECT $1, r.place, r.external_id, r.email, r.name, r.thread, r.sent_at, r.body, r.subject, r.topic, r.priority, r.language, r.row_key
     FROM jsonb_to_recordset($2::jsonb) AS r (place int, external_id text, email text, name text, thread text, sent_at timestamptz,
       body text, subject text, topic text, priority smallint, language text, row_key text)`,
    [importId, JSON.stringify(values)],
  );
}

export async function stageErrors(tx: Tx, importId: string, rows: readonly BadRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO import_error (import_id, line, rule, cells)
     SELECT $1, r.line, r.rule, ARRAY(SELECT jsonb_array_elements_text(r.cells))
     FROM jsonb_to_recordset($2::jsonb) AS r (line int, rule text, cells jsonb) ON CONFLICT DO NOTHING`,
    [importId, JSON.stringify(rows.map((row) => ({ ...row, cells: row.cells.map(storable) })))],
  );
}

/** PostgreSQL keeps no U+0000 and no half of a character; what is wrong with the row is said beside it. */
const storable = (cell: string): string =>
  cell.slice(0, 60_000).replaceAll('\u0000', '\ufffd').toWellFormed();

/**
 * What makes a row the same row in a second run (product 2.25): the message's own id where the file has one, else
 * customer, time and text.
 */
function rowKey({ externalId, email, messageId, sentAt, body }: StagedRow): string {
  const who = externalId ?? email;
  const what = messageId === null ? `${sentAt.toISOString()}\n${body}` : `id\n${messageId}`;
  return createHash('sha256').update(`${who}\n${what}`).digest('base64url');
}
