import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../rules/permissions';
import { type LockedHeld, settleHeld } from './lock-held';
import { stillMentioned } from './mentions';
import { postAsStaff } from './post-as-staff';
import { refuseIfNewer } from './refuse-if-newer';
import { setRecipients } from './set-recipients';
import type { Posted } from './write-message';

/**
 * A held message leaves: from here on it is a message like any other, under the id that it had from the start. In one
 * transaction with its own end, so that it leaves once whatever dies in between.
 *
 * @param seen the newest message that its author knows of.
 * @throws Conflict as posting does, `newer_messages` when somebody wrote and it was not to leave then.
 */
export async function leave(
  tx: Tx,
  author: Actor,
  held: LockedHeld,
  ticket: TicketRow,
  seen: string,
): Promise<Posted> {
  const { input } = held;
  // a note answers nobody
  if (!input.is_internal && held.send_if !== 'always')
    await refuseIfNewer(tx, author, ticket, seen, { publicOnly: held.send_if === 'no_reply' });
  const message = {
    id: held.id,
    ticket,
    body: input.body,
    format: held.html === null ? ('text' as const) : ('markdown' as const),
    html: held.html,
    cc: input.is_internal ? [] : await setRecipients(tx, author, ticket, input.cc),
    via: held.origin,
    clientId: held.client_id,
    mentions: await stillMentioned(tx, ticket, input.mentions),
    attachments: input.attachments,
  };
  const posted = await postAsStaff(tx, author, message, input);
  await settleHeld(tx, held, { state: 'sent' }, author.id);
  return posted;
}
