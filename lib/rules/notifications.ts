import type { Role, Status } from '../schemas/values';

/**
 * Who is mailed (contract, "Who is mailed").
 *
 * Nobody is mailed for his own act; one act makes at most one mail a person; a person without an address gets none.
 * Imported tickets mail nobody until a person acts on them; what routing does to them stays silent.
 */
export type MailTemplate =
  | 'ticket_received'
  | 'reply'
  /** Of a public reply, to who is in copy; `mail-copies` queues it. */
  | 'copy'
  /** What the team said in a chat while nobody was there to read it; a sweep queues it. */
  | 'chat'
  | 'customer_message'
  | 'note'
  | 'status'
  | 'assigned'
  /** Nobody answered: soon the ticket is resolved. */
  | 'closing'
  /** How was the help? */
  | 'rating'
  | 'code'
  | 'invitation'
  | 'password_reset'
  | 'email_changed'
  /** What somebody of the staff has not read in the bell; never what a mail has told already. */
  | 'digest'
  | 'test';

/** Mails that a machine sends by itself carry loop headers; an agent's answer does not. */
export const AUTOMATIC: ReadonlySet<MailTemplate> = new Set<MailTemplate>([
  'ticket_received',
  'customer_message',
  'note',
  'status',
  'assigned',
  'closing',
  'rating',
  'code',
  'invitation',
  'password_reset',
  'email_changed',
  'digest',
  'test',
]);

export type Act =
  | { kind: 'created'; by: Role }
  | { kind: 'message'; by: Role; internal: boolean }
  /** Without a reply; `byHand` is false for what routing, messages and schedules do. */
  | { kind: 'status'; from: Status; to: Status; byHand: boolean }
  | { kind: 'assigned'; automatic: boolean }
  /** Said before a ticket that waits for its customer is resolved by itself. */
  | { kind: 'closing' }
  /** Asked after a resolution. */
  | { kind: 'rating' };

export interface Audience {
  actorId: string | null;
  customerId: string;
  /** The assignee after the act. */
  assigneeId: string | null;
  imported: boolean;
}

export interface Notice {
  to: 'customer' | 'assignee';
  template: MailTemplate;
}

/** The mails of one act. The caller drops who has no address. */
export function noticesFor(act: Act, audience: Audience): Notice[] {
  const notices: Notice[] = [];
  const customer = audience.customerId !== audience.actorId;
  const assignee = audience.assigneeId !== null && audience.assigneeId !== audience.actorId;
  switch (act.kind) {
    case 'created':
      // "we got it" answers the customer's own act: the one mail that is meant for who acted
      if (act.by === 'customer' && !audience.imported)
        notices.push({ to: 'customer', template: 'ticket_received' });
      break;
    case 'message':
      if (act.internal) {
        if (assignee) notices.push({ to: 'assignee', template: 'note' });
      } else if (act.by === 'customer') {
        if (assignee) notices.push({ to: 'assignee', template: 'customer_message' });
      } else {
        if (customer) notices.push({ to: 'customer', template: 'reply' });
        if (assignee) notices.push({ to: 'assignee', template: 'reply' });
      }
      break;
    case 'status':
      if (!act.byHand || !isNews(act.from, act.to)) break;
      if (customer) notices.push({ to: 'customer', template: 'status' });
      if (assignee) notices.push({ to: 'assignee', template: 'status' });
      break;
    case 'assigned':
      if (assignee && !(act.automatic && audience.imported))
        notices.push({ to: 'assignee', template: 'assigned' });
      break;
    case 'closing':
    case 'rating':
      if (customer) notices.push({ to: 'customer', template: act.kind });
      break;
  }
  return notices;
}

/** Waiting, resolved and reopened are news; the steps of ordinary work and the final closing are not. */
function isNews(from: Status, to: Status): boolean {
  return to === 'WAITING_ON_CUSTOMER' || to === 'RESOLVED' || (from === 'RESOLVED' && to !== 'CLOSED');
}
