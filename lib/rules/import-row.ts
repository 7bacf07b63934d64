import { text } from '../schemas/text';

/**
 * One row of a message file: customer, time, text (S4: `User ID,Timestamp (UTC),Message Body`). Times are UTC, with or
 * without saying so.
 */
export interface ImportRow {
  externalId: string;
  sentAt: Date;
  body: string;
}
export type RowResult = { ok: true; row: ImportRow } | { ok: false; rule: string };

const TIME = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2}):(\d{2})(\.\d{1,3})?(Z|\+00:?00)?$/;
const customer = text({ max: 120, line: true });
const message = text({ max: 50_000 });

/** Checks the cells of a row. Rules: columns, customer, timestamp, and those of texts for the body. */
export function readImportRow(cells: readonly string[]): RowResult {
  if (cells.length !== 3) return { ok: false, rule: 'columns' };
  const [id, time, body] = cells as [string, string, string];
  const externalId = customer.safeParse(id.trim());
  if (!externalId.success) return { ok: false, rule: 'customer' };
  const sentAt = readTime(time.trim());
  if (sentAt === null) return { ok: false, rule: 'timestamp' };
  const checked = message.safeParse(body);
  if (!checked.success) return { ok: false, rule: checked.error.issues[0]?.message ?? 'body' };
  return { ok: true, row: { externalId: externalId.data, sentAt, body: checked.data } };
}

/** Refuses days and hours that no calendar has: parsing must give back what was written. */
function readTime(text: string): Date | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(`${year}-${month}-${day}T${hour?.padStart(2, '0')}:${minute}:${second}Z`);
  if (Number.isNaN(date.getTime())) return null;
  return date.toISOString().startsWith(`${year}-${month}-${day}T${hour?.padStart(2, '0')}`) ? date : null;
}
