import type { TicketRow } from '../db/sql/ticket-row';
import { rateableUntil } from '../rules/rating';
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
    customer: { id: row.customer_id, name: row.customer_name, ...(staff ? standing(row) : {}) },
    // a merged ticket is nobody's work; who held it is kept for who may look at it
    assigned_agent: row.merged_into ? null : row.assignee_id,
    team: staff ? row.team_id : null,
    routing: presentReason(staff ? row.reason : null),
    ...(staff ? { ringing: presentRinging(row), call: row.call } : {}),
    waiting_since: row.waiting_since?.toISOString() ?? null,
    version: row.version,
    last_seq: staff ? row.last_seq : row.last_public_seq,
    created_at: row.created_at.toISOString(),
    updated_at: (staff ? row.updated_at : row.public_updated_at).toISOString(),
    assigned_agent_name: row.merged_into ? null : row.assignee_name,
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
    merged_into: mergedInto(row, staff),
    ...(staff ? lifecycle(row) : {}),
    rating: presentRating(row, staff),
    ...(staff ? { ask_rating: row.ask_rating } : {}),
    is_spam: staff && row.spam_at !== null,
    is_deleted: row.deleted_at !== null,
    ...(staff ? { urgency: row.urgency, urgency_reasons: row.urgency_reasons } : {}),
    ...(staff ? { tags: row.tags } : {}),
    ...(staff && row.has_draft !== undefined ? { has_draft: row.has_draft } : {}),
    ...(staff && row.is_unread !== undefined ? { is_unread: row.is_unread } : {}),
  };
}

const presentRinging = ({ offer }: TicketRow): TicketDto['ringing'] =>
  offer && { agent: offer.agent, until: new Date(offer.until).toISOString() };

export const isAsleep = (row: Pick<TicketRow, 'snoozed_until' | 'snoozed_for_reply'>): boolean =>
  row.snoozed_until !== null || row.snoozed_for_reply;

/** What staff knows of the customer: whose he is, and whether one of the two is VIP. */
function standing({ customer_is_vip, customer_organisation: of }: TicketRow): Partial<TicketDto['customer']> {
  return {
    is_vip: customer_is_vip || of?.is_vip === true,
    organisation: of && { id: of.id, name: of.name },
  };
}

/** What is staff's alone: where it comes from, whether it sleeps, what was promised. */
const lifecycle = (row: TicketRow): Partial<TicketDto> => ({
  split_from: row.split_number,
  snooze: isAsleep(row) ? { until: row.snoozed_until?.toISOString() ?? null } : null,
  woken_from: row.woken_from && row.woken_from > new Date() ? row.woken_from.toISOString() : null,
  thanked_at: row.thanked_at?.toISOString() ?? null,
  promise:
    row.promise_at && row.promise_act
      ? { at: row.promise_at.toISOString(), act: row.promise_act, is_due: row.promise_due }
      : null,
});

/** A customer is also told what he may still say; to staff there is no rating then. */
export function presentRating(row: TicketRow, staff: boolean): TicketDto['rating'] {
  const { resolved_at, first_reply_at, rating } = row;
  const answered_at = rating && new Date(rating.answered_at);
  const until = rateableUntil({ resolved_at, first_reply_at, answered_at });
  if (!until || row.merged_into || (staff && !rating)) return null;
  return {
    score: rating?.score ?? null,
    comment: rating?.comment ?? null,
    answered_at: answered_at?.toISOString() ?? null,
    until: until.toISOString(),
    ...(staff ? { agent: rating?.agent ?? null } : {}),
  };
}

/** A customer is led on to a ticket of his own; of another customer's he is not told. */
function mergedInto(row: TicketRow, staff: boolean): TicketDto['merged_into'] {
  if (row.merged_into === null || row.merged_number === null) return null;
  if (!staff && row.merged_customer_id !== row.customer_id) return null;
  return { id: row.merged_into, number: row.merged_number };
}

const PREVIEW = 140;

/** How a text begins, in one line, 140 characters at most. */
export function beginning(text: string, format: MessageFormat): string {
  const line = (format === 'markdown' ? withoutMarkup(text) : text).replace(/\s+/g, ' ').trim();
  return line.length > PREVIEW ? `${line.slice(0, PREVIEW - 1).trimEnd()}…` : line;
}

export const presentReason = (reason: TicketRow['reason']): TicketDto['routing'] => ({
  text: reason?.text ?? null,
  code: reason?.code ?? null,
  params: { ...reason?.params },
});
