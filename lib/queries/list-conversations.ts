import { sql } from '../db/transaction';
import { presentConversation } from '../presenters/conversation';
import type { Actor } from '../rules/permissions';
import type { ConversationDetailDto, ConversationDto } from '../schemas/conversation';
import type { PageQuery } from '../schemas/list-tickets';
import { accessTicket } from './access-ticket';
import { listMessages } from './get-ticket';
import { listTicketRows } from './list-tickets';

/** One page of the conversations that the person sees, the newest first. */
export async function listConversations(
  actor: Actor,
  page: PageQuery,
): Promise<{ results: ConversationDto[]; next: string | null }> {
  const { rows, next } = await listTicketRows(actor, { ...page, sort: 'newest', in: 'inbox' });
  return { results: rows.map(presentConversation), next };
}

/** One of them with its newest messages in order of time; what the team notes for itself is no part of it. */
export async function getConversation(actor: Actor, ref: string): Promise<ConversationDetailDto> {
  const row = await accessTicket(sql, actor, ref, 'ticket.read');
  const { results, next } = await listMessages(actor, row.id, undefined);
  const said = results.filter((message) => !message.is_internal);
  return {
    ...presentConversation(row),
    messages: said.map(({ id, author, body, created_at }) => ({
      ...{ id, user: { id: author.id, name: author.name } },
      ...{ text: body, timestamp: created_at },
    })),
    messages_next: next,
  };
}
