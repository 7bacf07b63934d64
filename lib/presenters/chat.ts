import type { TicketRow } from '../db/sql/ticket-row';
import { rateableUntil } from '../rules/rating';
import type { ChatConversationDto, ChatMessageDto } from '../schemas/chat';
import type { QueuePlaceDto } from '../schemas/queue-place';
import type { Role } from '../schemas/values';
import type { MessageRow } from './message';
import { beginning } from './ticket';

/** A ticket with what its visitor is told beside it. Made by `chatRows`. */
export interface ChatRow extends TicketRow {
  unread: number;
  last_public_at: Date;
  last_public_role: Role;
}

/** Solved, or part of another conversation. */
export const isEnded = ({ status, merged_into }: Pick<TicketRow, 'status' | 'merged_into'>): boolean =>
  status === 'RESOLVED' || status === 'CLOSED' || merged_into !== null;
export const isQueued = (row: TicketRow): boolean => !isEnded(row) && row.assignee_id === null;
const sideOf = (role: Role) => (role === 'customer' ? 'me' : 'team');

/** A conversation as its visitor sees it; `queue` is told of one that waits. */
export function presentChat(row: ChatRow, queue: QueuePlaceDto | null): ChatConversationDto {
  const { rating, resolved_at, first_reply_at, assignee_name } = row;
  const until = rateableUntil({
    resolved_at,
    first_reply_at,
    answered_at: rating && new Date(rating.answered_at),
  });
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    state: isEnded(row) ? 'ended' : isQueued(row) ? 'queued' : 'open',
    agent: assignee_name === null || row.merged_into ? null : { name: assignee_name },
    unread: row.unread,
    last_message: {
      body: beginning(row.last_public_text, row.last_public_format),
      by: sideOf(row.last_public_role),
      created_at: row.last_public_at.toISOString(),
    },
    queue: queue && { place: queue.place, wait_seconds: queue.wait?.half ?? null },
    rating: rating && { score: rating.score, comment: rating.comment },
    can_rate: row.merged_into === null && until !== null && until > new Date(),
    last_seq: row.last_public_seq,
    created_at: row.created_at.toISOString(),
  };
}

/** How far somebody has read a conversation. */
export interface ReadMark {
  is_customer: boolean;
  up_to_at: Date;
  up_to_id: string;
  read_at: Date;
}

/** A message of a conversation, and when the other side had read as far. What a mail brought as HTML is told as text. */
export function presentChatMessage(row: MessageRow, marks: readonly ReadMark[]): ChatMessageDto {
  const by = sideOf(row.author_role);
  const seen = marks
    .filter(
      (mark) =>
        mark.is_customer === (by === 'team') &&
        (mark.up_to_at > row.created_at ||
          (mark.up_to_at.getTime() === row.created_at.getTime() && mark.up_to_id >= row.id)),
    )
    .map((mark) => mark.read_at.getTime());
  return {
    id: row.id,
    by,
    author: { name: row.author_name },
    body: row.body,
    html: row.format === 'markdown' ? row.html : null,
    attachments: row.attachments ?? [],
    created_at: row.created_at.toISOString(),
    seen_at: seen.length > 0 ? new Date(Math.min(...seen)).toISOString() : null,
    client_id: row.client_id,
    is_removed: row.removed_at !== null,
  };
}
