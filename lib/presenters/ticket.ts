import type { TicketRow } from '../db/sql/ticket-row';
import { withoutMarkup } from '../rules/without-markup';
import type { TicketDto } from '../schemas/ticket';
import { type MessageFormat, PRIORITIES, type Role } from '../schemas/values';

/** Who reads: staff sees notes and reasons, a customer neither them nor that they exist. */
export type Audience = 'staff' | 'customer';
export const audienceOf = (role: Role): Audience => (role === 'customer' ? 'customer' : 'staff');

export function presentTicket(row: TicketRow, audience: Audience): TicketDto {
  const staff = audience === 'staff';
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    description: row.description,
    status: row.status,
    priority: PRIORITIES[row.priority] ?? 'MEDIUM',
    channel: row.channel,
    topic: row.topic,
    languages: row.languages,
    customer: { id: row.customer_id, name: row.customer_name },
    assigned_agent: row.assignee_id,
    team: staff ? row.team_id : null,
    routing: presentReason(staff ? row.routing_reason : null),
    waiting_since: row.waiting_since?.toISOString() ?? null,
    version: row.version,
    last_seq: staff ? row.last_seq : row.last_public_seq,
    created_at: row.created_at.toISOString(),
    updated_at: (staff ? row.updated_at : row.public_updated_at).toISOString(),
    assigned_agent_name: row.assignee_name,
    team_name: staff ? row.team_name : null,
    preview: staff
      ? {
          author: row.last_author,
          text: beginning(row.last_text, row.last_format),
          is_internal: row.last_is_internal,
        }
      : {
          author: row.last_public_author,
          text: beginning(row.last_public_text, row.last_public_format),
          is_internal: false,
        },
    follow_up_of: row.follow_up_number,
    is_spam: staff && row.spam_at !== null,
    is_deleted: row.deleted_at !== null,
    ...(staff ? { urgency: row.urgency, urgency_reasons: row.urgency_reasons } : {}),
    ...(staff ? { tags: row.tags } : {}),
    ...(staff && row.has_draft !== undefined ? { has_draft: row.has_draft } : {}),
    ...(staff && row.is_unread !== undefined ? { is_unread: row.is_unread } : {}),
  };
}

const PREVIEW = 140;

function beginning(text: string, format: MessageFormat): string {
  const line = (format === 'markdown' ? withoutMarkup(text) : text).replace(/\s+/g, ' ').trim();
  return line.length > PREVIEW ? `${line.slice(0, PREVIEW - 1).trimEnd()}…` : line;
}

const presentReason = (reason: TicketRow['routing_reason']): TicketDto['routing'] => ({
  text: reason?.text ?? null,
  code: reason?.code ?? null,
  params: { ...reason?.params },
});
