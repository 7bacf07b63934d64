import { sql } from '../db/transaction';
import { beginning } from '../presenters/ticket';
import type { NoticeKind } from '../rules/notices';
import type { Actor } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { NoticeDto } from '../schemas/notice';
import type { MessageFormat, Status, StopReason } from '../schemas/values';
import { decodeCursor, pageOf } from './cursor';

const PAGE = 20;
/** Beyond it the bell says "99+". */
const COUNT_CAP = 100;

interface Row {
  id: string;
  kind: NoticeKind;
  created_at: Date;
  read_at: Date | null;
  type: string;
  actor_id: string | null;
  actor_name: string | null;
  ticket_id: string | null;
  number: number;
  subject: string;
  mailbox: string | null;
  message_id: string | null;
  text: string;
  format: MessageFormat;
  is_internal: boolean;
  to_status: Status | null;
  to_name: string | null;
  stop_reason: StopReason | null;
}

const ROWS = `
  SELECT n.id, n.kind, n.created_at, n.read_at, e.type, e.actor_id, a.name AS actor_name,
    t.id AS ticket_id, t.number, t.subject, e.data ->> 'address' AS mailbox, m.id AS message_id, left(m.body, 400) AS text, m.format, m.is_internal,
    CASE e.type WHEN 'status.changed' THEN e.data ->> 'to' END AS to_status,
    (SELECT name FROM person WHERE id = CASE e.type WHEN 'assignment.changed' THEN (e.data ->> 'to')::uuid END) AS to_name,
    CASE e.type WHEN 'message.stopped' THEN e.data ->> 'reason' END AS stop_reason
  FROM notice n
  JOIN event e ON e.id = n.event_id
  LEFT JOIN ticket t ON t.id = n.ticket_id
  LEFT JOIN person a ON a.id = e.actor_id
  LEFT JOIN message m ON m.id = CASE e.type WHEN 'message.created' THEN (e.data ->> 'message_id')::uuid END`;

/** What one may still see: a ticket's notices while he sees the ticket, those of the house while he is an admin. */
const visible = (actor: Actor): string =>
  actor.role === 'admin'
    ? `(n.ticket_id IS NULL OR ${visibleTickets(actor, '$1')})`
    : `(n.ticket_id IS NOT NULL AND ${visibleTickets(actor, '$1')})`;

/** One's own notices, the newest first, and how many are unread. Of a ticket that one sees no more nothing is told. */
export async function listNotices(
  actor: Actor,
  cursor: string | undefined,
): Promise<{ results: NoticeDto[]; next: string | null; unread: number }> {
  const before = cursor ? (decodeCursor(actor.id, 'notices', cursor) as string) : null;
  const [{ rows }, unread] = await Promise.all([
    sql.query<Row>(
      `${ROWS} WHERE n.person_id = $1 AND ${visible(actor)} ${before ? 'AND n.id < $2' : ''}
       ORDER BY n.id DESC LIMIT ${PAGE + 1}`,
      before ? [actor.id, before] : [actor.id],
    ),
    countUnread(actor),
  ]);
  const { shown, next } = pageOf(actor.id, 'notices', { rows, limit: PAGE, placeOf: ({ id }) => id });
  return { results: shown.map(present), next, unread };
}

/** How many of one's notices are unread, counted no further than the cap. */
export async function countUnread(actor: Actor): Promise<number> {
  const { rows } = await sql.query<{ unread: number }>(
    `SELECT count(*)::int AS unread FROM (
       SELECT 1 FROM notice n LEFT JOIN ticket t ON t.id = n.ticket_id
       WHERE n.person_id = $1 AND n.read_at IS NULL AND ${visible(actor)} LIMIT ${COUNT_CAP}
     ) n`,
    [actor.id],
  );
  return rows[0]!.unread;
}

/** What one mail was to tell its reader, oldest first, as far as it is unread and his to see. */
export async function unreadOfMail(reader: Actor, mailId: string): Promise<NoticeDto[]> {
  const { rows } = await sql.query<Row>(
    `${ROWS} WHERE n.person_id = $1 AND n.mail_id = $2 AND n.read_at IS NULL AND ${visible(reader)}
     ORDER BY n.id LIMIT 50`,
    [reader.id, mailId],
  );
  return rows.map(present);
}

const present = (row: Row): NoticeDto => ({
  id: row.id,
  kind: row.kind,
  actor: row.actor_id && row.actor_name !== null ? { id: row.actor_id, name: row.actor_name } : null,
  ticket: row.ticket_id ? { id: row.ticket_id, number: row.number, subject: row.subject } : null,
  mailbox: row.ticket_id ? null : row.mailbox,
  message: row.message_id
    ? { id: row.message_id, text: beginning(row.text, row.format), is_internal: row.is_internal }
    : null,
  change:
    row.kind === 'followed' && row.message_id === null
      ? { status: row.to_status, assignee: row.to_name }
      : null,
  stop_reason: row.stop_reason,
  created_at: row.created_at.toISOString(),
  read_at: row.read_at?.toISOString() ?? null,
});
