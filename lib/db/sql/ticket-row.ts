import type { Reason } from '../../rules/routing-reason';
import type { CallDto } from '../../schemas/call';
import type { UrgencyLevel, UrgencyReason } from '../../schemas/urgency';
import type { Channel, MessageFormat, PromiseAct, Score, Status } from '../../schemas/values';
import { CALL_JSON } from './call-row';
import { organisationOf } from './organisation-of';
import { QUEUED } from './queue';

/** A row of `ticket`, as PostgreSQL gives it. `priority` is the rank 0 to 3. */
export interface TicketColumns {
  id: string;
  number: number;
  subject: string;
  status: Status;
  priority: number;
  /** The number that a source gave for it, of which `priority` holds the meaning. */
  source_priority: number | null;
  channel: Channel;
  topic: string | null;
  languages: string[];
  /** Nobody said in which, and the worker is to find out. */
  language_open: boolean;
  tags: string[];
  customer_id: string;
  assignee_id: string | null;
  team_id: string | null;
  follow_up_of: string | null;
  /** Asleep until a time, or until the customer answers. */
  snoozed_until: Date | null;
  snoozed_for_reply: boolean;
  /** The time that it slept to when an answer woke it. */
  woken_from: Date | null;
  /** A closing remark came, and the ticket stayed as it was. */
  thanked_at: Date | null;
  /** The customer was told that it will be resolved at `close_at` unless he answers. */
  close_told_at: Date | null;
  close_at: Date | null;
  promise_at: Date | null;
  promise_act: PromiseAct | null;
  promise_by: string | null;
  promise_due: boolean;
  /** False when somebody of the team spared the customer the question how it was. */
  ask_rating: boolean;
  merged_into: string | null;
  split_from: string | null;
  /** The address of ours that it came to by mail. */
  mailbox_id: string | null;
  waiting_since: Date | null;
  is_held: boolean;
  is_imported: boolean;
  is_demo: boolean;
  /** Rows from before codes have the text alone. */
  routing_reason: (Pick<Reason, 'text'> & Partial<Reason>) | null;
  /** What it asks no longer of its agent, since it has waited for that long enough. */
  waived: string[];
  /** What routing knows it by while it waits. */
  demand_id: number | null;
  /** What rings of it; then it is not to be given to anybody else. */
  offer_id: string | null;
  urgency: UrgencyLevel;
  urgency_reasons: UrgencyReason[];
  version: number;
  last_seq: number;
  last_public_seq: number;
  first_message_id: string;
  last_message_id: string;
  last_public_message_id: string;
  first_reply_at: Date | null;
  assigned_at: Date | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  spam_at: Date | null;
  deleted_at: Date | null;
  created_at: Date;
  updated_at: Date;
  public_updated_at: Date;
}

/** What presenters need beside the columns. Previews are cut to 400 characters; presenters tidy them. */
export interface TicketRow extends TicketColumns {
  customer_name: string;
  customer_email: string | null;
  customer_locale: string;
  customer_is_vip: boolean;
  customer_organisation: { id: string; name: string; is_vip: boolean } | null;
  assignee_name: string | null;
  /** Whom it rings at; `until` as JSON has it. */
  offer: { id: string; agent: { id: string; name: string }; until: string } | null;
  /** Why it is with whom it is, or why it waits. */
  reason: TicketColumns['routing_reason'];
  /** The last telephone call about it. */
  call: CallDto | null;
  team_name: string | null;
  description: string;
  follow_up_number: number | null;
  merged_number: number | null;
  /** Whose the ticket is that this one was merged into. */
  merged_customer_id: string | null;
  split_number: number | null;
  /** What the customer said of the resolution that holds. `answered_at` as JSON has it. */
  rating: { score: Score; comment: string | null; answered_at: string; agent: string | null } | null;
  last_text: string;
  last_format: MessageFormat;
  last_author: string;
  last_is_internal: boolean;
  last_public_text: string;
  last_public_format: MessageFormat;
  last_public_author: string;
  /** Whether the person who asks has an unsent text on it; see {@link ownColumns}. */
  has_draft?: boolean | undefined;
  /** Whether somebody else wrote since he last looked; see {@link ownColumns}. */
  is_unread?: boolean;
}

// What only decorates a row is looked up, not joined: for ten tables in one join PostgreSQL looks for the best order
// ten times as long (2.6 ms) as it reads a ticket.
const name = (table: string, id: string) => `(SELECT name FROM ${table} WHERE id = ${id})`;

/** Of what waits, the reason stands on its demand; else it is the ticket's own. */
const REASON = `CASE WHEN t.assignee_id IS NULL AND t.status = 'OPEN'
    THEN coalesce((SELECT d.reason FROM demand d WHERE d.id = t.demand_id AND ${QUEUED}), t.routing_reason)
    ELSE t.routing_reason END`;

const OFFER = `CASE WHEN t.offer_id IS NOT NULL THEN (
    SELECT json_build_object('id', o.id, 'until', o.until, 'agent', json_build_object('id', p.id, 'name', p.name))
    FROM offer o JOIN person p ON p.id = o.person_id WHERE o.id = t.offer_id) END`;

const CALL = `(SELECT ${CALL_JSON} FROM call c WHERE c.ticket_id = t.id ORDER BY c.started_at DESC LIMIT 1)`;

const columns = `t.*, ${REASON} AS reason, c.name AS customer_name, c.email AS customer_email, c.locale AS customer_locale, c.is_vip AS customer_is_vip,
  ${organisationOf('c')} AS customer_organisation,
  ${OFFER} AS offer, ${CALL} AS call, ${name('person', 't.assignee_id')} AS assignee_name, ${name('team', 't.team_id')} AS team_name,
  (SELECT body FROM message WHERE id = t.first_message_id) AS description,
  (SELECT number FROM ticket WHERE id = t.follow_up_of) AS follow_up_number,
  (SELECT number FROM ticket WHERE id = t.merged_into) AS merged_number,
  (SELECT customer_id FROM ticket WHERE id = t.merged_into) AS merged_customer_id,
  (SELECT number FROM ticket WHERE id = t.split_from) AS split_number,
  (SELECT json_build_object('score', r.score, 'comment', r.comment, 'answered_at', r.answered_at, 'agent', ${name('person', 'r.agent_id')})
   FROM rating r WHERE r.ticket_id = t.id AND r.resolved_at = t.resolved_at AND r.score IS NOT NULL) AS rating,
  left(lm.body, 400) AS last_text, lm.format AS last_format, ${name('person', 'lm.author_id')} AS last_author,
  lm.is_internal AS last_is_internal,
  left(pm.body, 400) AS last_public_text, pm.format AS last_public_format,
  ${name('person', 'pm.author_id')} AS last_public_author`;

const joins = `JOIN person c ON c.id = t.customer_id
  JOIN message lm ON lm.id = t.last_message_id
  JOIN message pm ON pm.id = t.last_public_message_id`;

/**
 * Reads whole rows `t` out of any source that has the columns of `ticket`: a table, or an inner query. `more` names
 * further columns, after a comma.
 */
export const ticketRows = (source = 'ticket', more = ''): string =>
  `SELECT ${columns}${more} FROM ${source} t ${joins}`;

/** What only the reader's own eyes see of a row, for {@link ticketRows}; `me` is the placeholder with his id. */
export const ownColumns = (me: string): string => `,
  lm.author_id <> ${me} AND t.last_message_id IS DISTINCT FROM
    (SELECT r.message_id FROM ticket_read r WHERE r.person_id = ${me} AND r.ticket_id = t.id) AS is_unread,
  EXISTS (SELECT 1 FROM message_draft d WHERE d.person_id = ${me} AND d.ticket_id = t.id AND d.ended IS NULL) AS has_draft`;
