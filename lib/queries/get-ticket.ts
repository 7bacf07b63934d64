import { messageRows } from '../db/sql/message-rows';
import type { TicketRow } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { type MessageRow, presentMessage } from '../presenters/message';
import { audienceOf, presentTicket } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import type { MessageDto } from '../schemas/message';
import type { TicketDetailDto } from '../schemas/ticket-detail';
import { accessTicket } from './access-ticket';
import { decodeCursor, encodeCursor } from './cursor';
import { readHeld } from './list-held';

const PAGE = 50;
const listOf = (ticketId: string): string => `messages of ${ticketId}`;

/** One ticket with its newest 50 messages in order of time. Customers never get notes. */
export async function getTicket(actor: Actor, ref: string): Promise<TicketDetailDto> {
  const row = await accessTicket(sql, actor, ref, 'ticket.read');
  const audience = audienceOf(actor.role);
  const [{ results, next }, own] = await Promise.all([
    pageOfMessages(actor, row, null),
    audience === 'staff' ? ofStaff(actor, row.id) : null,
  ]);
  return {
    ...presentTicket({ ...row, has_draft: own?.has_draft }, audience),
    messages: results,
    messages_next: next,
    ...(own ? { held: own.held, read_up_to: own.read_up_to } : {}),
  };
}

/** What is on its way (the reader's own draft, everybody's messages that have not left), and how far he has read. */
async function ofStaff(actor: Actor, ticketId: string) {
  const { rows } = await sql.query<{ has_draft: boolean; read_up_to: string | null }>(
    `SELECT EXISTS (SELECT 1 FROM message_draft WHERE person_id = $1 AND ticket_id = $2 AND ended IS NULL) AS has_draft,
       (SELECT message_id FROM ticket_read WHERE person_id = $1 AND ticket_id = $2) AS read_up_to`,
    [actor.id, ticketId],
  );
  return { ...rows[0]!, held: await readHeld(sql, ticketId) };
}

/** Older messages, a page at a time; `cursor` comes from `messages_next` or the page before. */
export async function listMessages(actor: Actor, ref: string, cursor: string | undefined) {
  const row = await accessTicket(sql, actor, ref, 'ticket.read');
  return pageOfMessages(
    actor,
    row,
    cursor ? (decodeCursor(actor.id, listOf(row.id), cursor) as [string, string]) : null,
  );
}

/** Of a merged ticket: what was written in it, wherever that stands now, and nothing of the other. */
async function pageOfMessages(
  actor: Actor,
  { id: ticketId, merged_into }: Pick<TicketRow, 'id' | 'merged_into'>,
  before: [string, string] | null,
): Promise<{ results: MessageDto[]; next: string | null }> {
  const audience = audienceOf(actor.role);
  const { rows } = await sql.query<MessageRow>(
    `${messageRows(`${merged_into ? '(m.ticket_id = $1 OR m.origin_ticket_id = $1)' : 'm.ticket_id = $1'}
       ${audience === 'customer' ? 'AND NOT m.is_internal' : ''}
       ${before ? 'AND (m.created_at, m.id) < ($2::timestamptz, $3::uuid)' : ''}`)}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${PAGE + 1}`,
    before ? [ticketId, ...before] : [ticketId],
  );
  const page = rows.slice(0, PAGE);
  const oldest = page.at(-1);
  const next =
    rows.length > PAGE && oldest
      ? encodeCursor(actor.id, listOf(ticketId), [oldest.created_at.toISOString(), oldest.id])
      : null;
  return { results: page.reverse().map((m) => presentMessage(m, audience)), next };
}
