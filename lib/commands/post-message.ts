import { newId } from '../clock';
import { inTransaction, type Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid } from '../errors';
import { accessTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { PostedMessage, PostMessageInput } from '../schemas/post-message';
import type { Channel } from '../schemas/values';
import { holdMessage, timeToLeave } from './steps/hold-message';
import { draftKindOf, keepAsDraft } from './steps/keep-as-draft';
import { checkMentions } from './steps/mentions';
import { type Attempt, once } from './steps/once';
import { postAsStaff } from './steps/post-as-staff';
import { postCustomerMessage } from './steps/post-customer-message';
import { presentPosted } from './steps/present-posted';
import { refuseIfNewer } from './steps/refuse-if-newer';
import { checkRecipients, setRecipients } from './steps/set-recipients';
import { ticketToAnswer } from './steps/ticket-to-answer';
import { refuseUnresolved, usableReply } from './steps/use-canned-reply';
import type { NewMessage } from './steps/write-message';
import { endMessageDraft } from './steps/write-message-draft';
import { writtenBody } from './steps/written-body';

/**
 * Posts a public reply or an internal note; staff may have it wait before it leaves (`hold_seconds`, `send_at`), and
 * may put people in copy. What each does to its ticket stands in steps/post-customer-message and
 * steps/post-staff-reply.
 *
 * @throws Conflict `newer_messages` when `based_on` is not the newest message, with those that came since: the text is
 *   kept as its author's draft; Conflict `new_recipients` with addresses that nobody has confirmed; Conflict
 *   `ticket_closed` for a staff reply to a closed ticket; Conflict of the status rules.
 */
export async function postMessage(
  actor: Actor,
  ref: string,
  input: PostMessageInput,
  via: Channel,
  attempt?: Attempt,
): Promise<PostedMessage> {
  refuseWhatIsNotHis(actor, input);
  const written = await writtenBody(input);
  const rest = {
    via,
    clientId: attempt?.key ?? null,
    attachments: input.attachments,
    mentions: input.mentions,
  };
  try {
    return await once(actor, attempt, (tx) => post(tx, actor, ref, input, { ...written, ...rest }));
  } catch (error) {
    if (error instanceof Conflict && error.code === 'newer_messages' && actor.role !== 'customer')
      await inTransaction((tx) => keepAsDraft(tx, actor, ref, { ...input, body: written.body }));
    throw error;
  }
}

async function post(
  tx: Tx,
  actor: Actor,
  ref: string,
  input: PostMessageInput,
  content: Omit<NewMessage, 'id' | 'ticket' | 'cc'>,
): Promise<PostedMessage> {
  // asked here and not before: a repeat that comes when the time is past gets the saved answer
  const sendAt = timeToLeave(input, new Date());
  const action = input.is_internal ? 'ticket.note' : 'ticket.reply';
  const ticket =
    actor.role === 'customer'
      ? await ticketToAnswer(tx, actor, ref)
      : await accessTicket(tx, actor, ref, action, { lock: true });
  if (input.based_on) await refuseIfNewer(tx, actor, ticket, input.based_on);
  if (input.canned_reply_id) {
    await usableReply(tx, actor, input.canned_reply_id);
    refuseUnresolved(content.body);
  }
  await checkMentions(tx, ticket, input.mentions);
  const message = { id: newId(), ticket, cc: [], ...content };
  if (actor.role === 'customer') {
    return presentPosted(tx, actor, await postCustomerMessage(tx, actor, message));
  }
  if (input.draft_revision !== undefined) {
    const place = { personId: actor.id, ticketId: ticket.id, kind: draftKindOf(input) };
    await endMessageDraft(tx, place, input.draft_revision, 'sent');
  }
  if (!input.is_internal) await checkRecipients(tx, ticket, input);
  if (sendAt) return holdMessage(tx, actor, message, input, sendAt);
  const cc = input.is_internal ? [] : await setRecipients(tx, actor, ticket, input.cc);
  return presentPosted(tx, actor, await postAsStaff(tx, actor, { ...message, cc }, input));
}

const STAFF_ONLY = [
  'status',
  'format',
  'html',
  'hold_seconds',
  'send_at',
  'send_if',
  'cc',
  'draft_revision',
  'actions',
  'canned_reply_id',
  'promise',
  'mentions',
] as const;
const NOT_IN_NOTES = ['status', 'cc', 'promise'] as const;
const NOT_IN_REPLIES = ['mentions'] as const;

function refuseWhatIsNotHis(actor: Actor, input: PostMessageInput): void {
  const customer = actor.role === 'customer';
  if (customer && input.is_internal) throw new Forbidden('Only the team can write notes.');
  for (const field of customer ? STAFF_ONLY : input.is_internal ? NOT_IN_NOTES : NOT_IN_REPLIES)
    if (input[field] !== undefined) throw new Invalid({ [field]: ['not_allowed'] });
  // what waits can be edited again, and this cannot
  if (input.html !== undefined && (input.hold_seconds || input.send_at))
    throw new Invalid({ html: ['not_held'] });
}
