import type { TicketRow } from '../db/sql/ticket-row';
import type { ConversationDto } from '../schemas/conversation';
import { UNSOLVED } from '../schemas/values';
import { beginning } from './ticket';

/** A ticket as a conversation: what its customer and staff may both see of it. */
export const presentConversation = (row: TicketRow): ConversationDto => ({
  id: row.id,
  number: row.number,
  customer: { id: row.customer_id, name: row.customer_name },
  customer_rep:
    row.assignee_id === null || row.merged_into !== null
      ? null
      : { id: row.assignee_id, name: row.assignee_name ?? '' },
  status: statusOf(row),
  latest_message: {
    user: row.last_public_author,
    text: beginning(row.last_public_text, row.last_public_format),
  },
  created_at: row.created_at.toISOString(),
});

function statusOf({ status, assignee_id }: TicketRow): ConversationDto['status'] {
  if (!(UNSOLVED as readonly string[]).includes(status)) return 'closed';
  return assignee_id === null ? 'waiting' : 'active';
}
