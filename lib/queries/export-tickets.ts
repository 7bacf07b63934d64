import type { TicketRow } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { safeCell } from '../rules/safe-cell';
import type { ExportQuery } from '../schemas/export';
import { PRIORITIES } from '../schemas/values';
import { ticketPages } from './list-tickets';

/** Tickets read at a time: each page is a query of its own, so that no long one holds anything. */
const PAGE = 1_000;
const time = (at: Date | null) => at?.toISOString() ?? '';

const TICKET: readonly [string, (ticket: TicketRow) => string][] = [
  ['number', (t) => String(t.number)],
  ['subject', (t) => t.subject],
  ['status', (t) => t.status],
  ['priority', (t) => PRIORITIES[t.priority] ?? ''],
  ['channel', (t) => t.channel],
  ['topic', (t) => t.topic ?? ''],
  ['languages', (t) => t.languages.join(' ')],
  ['customer', (t) => t.customer_name],
  ['customer_email', (t) => t.customer_email ?? ''],
  ['organisation', (t) => t.customer_organisation?.name ?? ''],
  ['assigned_agent', (t) => t.assignee_name ?? ''],
  ['created_at', (t) => time(t.created_at)],
  ['updated_at', (t) => time(t.updated_at)],
  ['waiting_since', (t) => time(t.waiting_since)],
  ['first_reply_at', (t) => time(t.first_reply_at)],
  ['resolved_at', (t) => time(t.resolved_at)],
  ['closed_at', (t) => time(t.closed_at)],
  ['rating', (t) => String(t.rating?.score ?? '')],
  ['rating_comment', (t) => t.rating?.comment ?? ''],
  ['description', (t) => t.description],
];

interface MessageLine {
  number: number;
  author: string;
  role: string;
  is_internal: boolean;
  created_at: Date;
  body: string;
}
const MESSAGE: readonly [string, (message: MessageLine) => string][] = [
  ['ticket', (m) => String(m.number)],
  ['author', (m) => m.author],
  ['role', (m) => m.role],
  ['is_internal', (m) => String(m.is_internal)],
  ['created_at', (m) => time(m.created_at)],
  ['body', (m) => m.body],
];

/** The names of an export's columns. */
export const exportHeader = (what: ExportQuery['what']): string[] =>
  (what === 'tickets' ? TICKET : MESSAGE).map(([name]) => name);

/** The rows of an export that the person may see, as safe cells, in the list's order. */
export async function* exportRows(
  actor: Actor,
  { what, ...filter }: ExportQuery,
): AsyncGenerator<string[][]> {
  for await (const tickets of ticketPages(actor, filter, PAGE)) {
    if (what === 'tickets') yield tickets.map((ticket) => TICKET.map(([, cell]) => safeCell(cell(ticket))));
    else yield* messageRows(tickets);
  }
}

/** The messages of some tickets, ticket by ticket. A page ends by its rows, since a ticket may have thousands. */
async function* messageRows(tickets: readonly TicketRow[]): AsyncGenerator<string[][]> {
  const places = tickets.map(({ id }) => id);
  for (let after: [number, Date, string] | null = null; ; ) {
    const { rows }: { rows: (MessageLine & { place: number; id: string })[] } = await sql.query(
      `SELECT place, m.id, t.number, p.name AS author, p.role, m.is_internal, m.created_at, m.body
       FROM unnest($1::uuid[]) WITH ORDINALITY AS x (ticket_id, place)
       JOIN ticket t ON t.id = x.ticket_id JOIN message m ON m.ticket_id = t.id JOIN person p ON p.id = m.author_id
       WHERE $2::int IS NULL OR (place, m.created_at, m.id) > ($2, $3::timestamptz, $4::uuid)
       ORDER BY place, m.created_at, m.id LIMIT ${PAGE}`,
      [places, ...(after ?? [null, null, null])],
    );
    if (rows.length > 0) yield rows.map((row) => MESSAGE.map(([, cell]) => safeCell(cell(row))));
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = [last.place, last.created_at, last.id];
  }
}
