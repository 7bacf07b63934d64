import type { ReasonFacts } from '../rules/routing-reason';
import type { Intent, Priority, PromiseAct, Score, StopReason } from '../schemas/values';

/**
 * Every kind of event that is recorded. Those of a ticket are numbered under its row lock; the others (people, codes,
 * imports) have no number and are never pushed to a ticket's room.
 */

/** Facts that an event keeps. Ids and codes only; texts stay in their own rows. */
export interface TicketEventData {
  'ticket.created': { message_id: string; follow_up_of?: string } & Partial<OtherTicket>;
  'message.created': { message_id: string };
  'status.changed': {
    from: string;
    to: string;
    by_hand: boolean;
    /** Why a machine did it: nobody answered for so many days, or the customer was not content. */
    cause?: 'no_answer' | 'low_rating';
    days?: number;
  };
  /** The customer was told that it will be resolved in so many days unless he answers. */
  'closing.told': { days: number };
  /** The customer was asked by mail how it was, and said so, or something else than before (`changed`). */
  'rating.asked': { rating_id: string };
  /** Somebody of the team spared him the question, or thought better of it. */
  'rating.spared': { spared: boolean };
  'ticket.rated': { rating_id: string; score: Score; changed: boolean };
  'assignment.changed': { from: string | null; to: string | null } & Partial<ReasonFacts>;
  /** Of a message that waits before it leaves; leaving is `message.created`, with the same id. */
  'message.held': { held_id: string; send_at: string };
  'message.stopped': { held_id: string; reason: StopReason };
  'message.undone': { held_id: string };
  /** Old and new value of what is a code. */
  'ticket.updated': {
    fields: string[];
    priority?: [Priority, Priority];
    topic?: [string | null, string | null];
  };
  'tags.changed': { added: string[]; removed: string[] };
  /** Ids of teams; null is none. */
  'team.changed': { from: string | null; to: string | null };
  'routing.changed': ReasonFacts;
  /** It rings at somebody (`to`) until then, and how that ended; `offer.withdrawn` when it went elsewhere meanwhile. */
  'offer.made': OfferFacts & { until: string };
  'offer.accepted': OfferFacts;
  'offer.declined': OfferFacts;
  'offer.missed': OfferFacts;
  'offer.withdrawn': OfferFacts;
  /** After an accepted one: its place stays taken until then, or no longer (by hand). */
  'wrap_up.began': OfferFacts & { until: string };
  'wrap_up.ended': OfferFacts;
  /** Of a telephone call; the windows of who speaks (`to`) hear of it at once. */
  'call.changed': CallFacts;
  'delivery.changed': { message_id: string; state: string };
  'ticket.deleted': Record<string, never>;
  'ticket.restored': Record<string, never>;
  'spam.changed': { is_spam: boolean };
  /** Asleep until a time (`until`) or an answer (both null: awake again, and what woke it). */
  'snooze.changed': {
    until: string | null;
    for_reply: boolean;
    woken_by?: 'time' | 'reply' | 'hand' | 'end';
  };
  /** What is to happen without an answer (`at`), that its time came (`due`), or that it is over (neither). */
  'promise.changed': { at: string | null; act: PromiseAct | null; due?: boolean };
  /** On the ticket that went, with the one that it went into; `ticket.absorbed` is the same on the other. */
  'ticket.merged': OtherTicket;
  'ticket.absorbed': OtherTicket;
  'ticket.unmerged': OtherTicket;
  'ticket.parted': OtherTicket;
  /** Messages of it began another ticket. */
  'ticket.split': OtherTicket & { copied: boolean };
  /**
   * Somebody who is not on a ticket answered it by mail: his mail began one of its own. Told of that one, with the one
   * he answered; `ticket.answered_apart` is the same on the other.
   */
  'ticket.begun_apart': OtherTicket;
  'ticket.answered_apart': OtherTicket;
  /** A machine answered a mail of ours; nothing follows from that. */
  'auto_reply.received': { inbound_id: string; subject: string; sender: string | null };
  'message.edited': { message_id: string };
  'message.removed': { message_id: string };
}
interface OfferFacts {
  offer_id: string;
  to: string;
}
export interface CallFacts {
  call_id: string;
  what:
    | 'began'
    | 'dialled'
    | 'put_through'
    | 'not_reached'
    | 'answered'
    | 'held'
    | 'resumed'
    | 'ended'
    | 'missed'
    | 'unanswered'
    | 'voicemail'
    | 'left'
    | 'recorded';
  direction: 'in' | 'out';
  number: string | null;
  to: string | null;
  /** Of `ended`: so long they spoke. */
  seconds?: number;
}
interface OtherTicket {
  other_id: string;
  other_number: number;
}
export type TicketEventType = keyof TicketEventData;

/** A team with its name as it was, since it may be gone; `joined` and `left` are ids of people. */
interface TeamFacts {
  team_id: string;
  name: string;
  joined?: string[];
  left?: string[];
}

interface OrganisationFacts {
  organisation_id: string;
  name: string;
  fields?: string[];
}

/** What somebody says about himself now, whether he can be reached (`is_live`), and by what that is another thing. */
export interface AvailabilityFacts {
  person_id: string;
  is_available: boolean;
  intent: Intent;
  reason: string | null;
  is_live: boolean;
  cause: AvailabilityCause;
  changes?: Record<string, [unknown, unknown]>;
}
/** He said so himself, an admin did, he left, his line was lost or is back, or his plan has it so. */
export type AvailabilityCause = 'self' | 'admin' | 'left' | 'connection' | 'plan';

interface OtherCustomer {
  person_id: string;
  other_id: string;
  tickets: number;
}

export interface GeneralEventData {
  'person.created': { person_id: string };
  /** Role, activity, address or teams changed: open sockets of the person are closed. */
  'person.changed': {
    person_id: string;
    fields: string[];
    evict: boolean;
    /** Old and new values of what may stand in a log for ever: role and limits, never names and addresses. */
    changes?: Record<string, [unknown, unknown]>;
    handed_over?: number;
  };
  /** What staff wrote down about a customer; `fields` names what is another value now. */
  'customer.changed': { person_id: string; fields: string[] };
  'customer.noted': { person_id: string; note_id: string; what: 'added' | 'edited' | 'removed' };
  /** Of two customers made one: told of the one who went, `customer.absorbed` of the one who was kept. */
  /** Routing is never to give him to that agent, or may again. */
  'pair.blocked': { person_id: string; agent_id: string };
  'pair.unblocked': { person_id: string; agent_id: string };
  'customer.merged': OtherCustomer;
  'customer.absorbed': OtherCustomer;
  'customer.unmerged': OtherCustomer;
  'customer.parted': OtherCustomer;
  'organisation.created': OrganisationFacts;
  'organisation.edited': OrganisationFacts;
  'organisation.deleted': OrganisationFacts;
  /** A file of facts was read: `what` is the program that knows them, `count` of how many customers they are others now. */
  'facts.imported': { what: string; count: number };
  'availability.changed': AvailabilityFacts;
  /** Somebody of the staff signed in. */
  'session.started': { person_id: string; session_id: string; kind: string };
  /** A visitor's browser that was shut out is a session, too. */
  'session.ended': { person_id: string; session_id: string };
  'code.requested': { code_id: string };
  'invitation.sent': { person_id: string };
  'password.reset_requested': { token_id: string; person_id?: string };
  'email.change_requested': { person_id: string; code_id: string };
  'team.created': TeamFacts;
  'team.edited': TeamFacts & { fields: string[] };
  'team.deleted': TeamFacts;
  'import.requested': { import_id: string; act?: 'check' | 'start' | 'undo' };
  /** A slice was committed: so many conversations are new. Of its customers, who is signed in. */
  'import.advanced': { import_id: string; conversations: number; customer_ids: string[] };
  'import.finished': { import_id: string; imported: number; conversations: number };
  /** What was removed, and the span of time it was of. */
  'import.undone': {
    import_id: string;
    removed: number;
    kept: number;
    customers: number;
    oldest_at: string | null;
    newest_at: string | null;
  };
  'export.made': {
    what: 'tickets' | 'messages' | 'audit';
    filter: Record<string, unknown>;
    count: number;
    complete: boolean;
  };
  'key.created': { key_id: string; name: string; scope: 'read' | 'full'; person_id: string };
  'key.revoked': { key_id: string; name: string };
  'draft.requested': { draft_id: string };
  'mail.tested': { person_id: string };
  /** An admin looks how long a recorded fact takes to his screen. */
  'system.probed': { person_id: string; probe_id: string };
  'demo.requested': Record<string, never>;
  'demo.removal_requested': Record<string, never>;
  /** What was taken out; `kept` are demo tickets on which somebody real has worked. */
  'demo.removed': { tickets: number; people: number; kept: number };
  /** Each changed setting with its old and new value. */
  'settings.changed': { changes: Record<string, [unknown, unknown]> };
  'topic.created': { topic_id: string; key: string };
  'topic.changed': { topic_id: string; key: string; changes: Record<string, [unknown, unknown]> };
  'canned_reply.created': { canned_reply_id: string; short_code: string };
  'canned_reply.changed': {
    canned_reply_id: string;
    short_code: string;
    changes: Record<string, [unknown, unknown]>;
    fields: string[];
  };
  'phone_line.created': { line_id: string; number: string };
  'phone_line.changed': { line_id: string; number: string; fields: string[] };
  'mailbox.created': { mailbox_id: string; address: string };
  'mailbox.changed': { mailbox_id: string; address: string; fields: string[] };
  'mailbox.key_renewed': { mailbox_id: string; address: string };
  /** Its server could not be looked at for too long; it can again. */
  'mailbox.down': { mailbox_id: string; address: string };
  'mailbox.up': { mailbox_id: string; address: string };
  'messenger_page.created': { messenger_page_id: string; name: string };
  /** Of new secrets it is told that there are some. */
  'messenger_page.changed': { messenger_page_id: string; name: string; fields: string[] };
  /** An admin had something read once more that Messenger told us; `name` is its page's. */
  'messenger_event.reread': { messenger_event_id: string; name: string };
  'website.created': { website_id: string; name: string };
  'website.changed': { website_id: string; name: string; fields: string[] };
  'website.secret_renewed': { website_id: string; name: string };
  /** An admin let in a mail that was held back (`recovered`), or had one read once more. */
  'mail.reread': { inbound_id: string; recovered: boolean };
  /** Of a team's and everybody's views; personal ones are nobody's business. */
  'view.created': { view_id: string; name: string };
  'view.edited': { view_id: string; name: string; fields: string[] };
  'view.deleted': { view_id: string; name: string };
  /** Tickets that had lain in the trash long enough are gone for good; who put each there. */
  'trash.emptied': { tickets: { number: number; deleted_by: string | null }[] };
}
export type GeneralEventType = keyof GeneralEventData;
export type EventType = TicketEventType | GeneralEventType;

/** Of ringing: the windows of whom it rings at hear of them at once. */
export const OFFERED = [
  'offer.made',
  'offer.accepted',
  'offer.declined',
  'offer.missed',
  'offer.withdrawn',
  'wrap_up.began',
  'wrap_up.ended',
] as const satisfies readonly TicketEventType[];

/** What a person's windows show over every page: what rings at him, and his calls. */
export const TOLD_AT_ONCE: ReadonlySet<EventType> = new Set<EventType>([...OFFERED, 'call.changed']);

/** Never told to customers, and not counted in their numbering. */
export const STAFF_ONLY: ReadonlySet<EventType> = new Set<EventType>([
  ...OFFERED,
  'call.changed',
  'routing.changed',
  'delivery.changed',
  'spam.changed',
  'team.changed',
  'tags.changed',
  'message.held',
  'message.stopped',
  'message.undone',
  'snooze.changed',
  'promise.changed',
  'closing.told',
  'rating.asked',
  'rating.spared',
  'ticket.begun_apart',
  'ticket.answered_apart',
  'auto_reply.received',
]);
/** Changes of these do not count as activity on the ticket. */
export const QUIET: ReadonlySet<EventType> = new Set<EventType>([
  ...OFFERED,
  'call.changed',
  'routing.changed',
  'delivery.changed',
  'message.held',
  'message.stopped',
  'message.undone',
  'closing.told',
  'rating.asked',
  'rating.spared',
  'ticket.rated',
  'ticket.begun_apart',
  'ticket.answered_apart',
  'auto_reply.received',
]);

export type TicketEventInput = {
  [T in TicketEventType]: { type: T; data: TicketEventData[T]; actorId: string | null; staffOnly?: boolean };
}[TicketEventType];

/** An event as it was recorded. */
export interface EventRow {
  id: string;
  ticket_id: string | null;
  type: EventType;
  seq: number | null;
  public_seq: number | null;
  actor_id: string | null;
  data: Record<string, unknown>;
  request_id: string | null;
  created_at: Date;
}
