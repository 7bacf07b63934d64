import { openSecret } from '../../auth/sealed-secret';
import { composeMail } from '../../email/compose-mail';
import { type Delivery, deliver } from '../../email/transport';
import { Refusal } from '../../errors';
import { log } from '../../log';
import { findExit } from '../../queries/find-exit';
import { getMailFacts } from '../../queries/get-mail-facts';
import { claimMail, renewLease } from './claim-mail';
import type { ClaimedMail } from './claimed-mail';
import { settleMail } from './settle-mail';
import { whileHeld } from './while-held';

/** `idle`: nothing was due. `stuck`: the server did not answer or refuses us; trying others now makes no sense. */
export type Step = 'idle' | 'done' | 'stuck';

/**
 * Sends the next mail that is due, of one event or of all: claim, commit, send, write down. No transaction is open
 * while the server is talked to. A worker that dies in between leaves the row `sending`; when its lease has lapsed
 * the mail is sent again under the same Message-ID (promise P3).
 */
export async function sendNextMail(eventId: string | null): Promise<Step> {
  const mail = await claimMail(eventId);
  if (!mail) return 'idle';
  return whileHeld(
    () => renewLease(mail),
    async () => {
      const { delivery, lane } = await tryToSend(mail);
      const state = await settleSurely(mail, delivery, lane);
      log.info({ mailId: mail.id, attempt: mail.attempts, state }, 'mail handled');
      // a mailbox's own server that is away holds up its own mails alone
      const isAway = delivery.kind === 'channel' || (delivery.kind === 'later' && delivery.unreachable);
      return isAway && lane === null ? 'stuck' : 'done';
    },
  );
}

/** What became of a try, and by which mailbox's own server it was; null: by the house's, or not at all. */
interface Tried {
  delivery: Delivery;
  lane: string | null;
}

async function tryToSend(mail: ClaimedMail): Promise<Tried> {
  if (mail.refusal) return { delivery: { kind: 'refused', reason: mail.refusal }, lane: null };
  try {
    const found = await getMailFacts(mail.id);
    if ('spare' in found) return { delivery: { kind: 'spared', reason: found.spare }, lane: null };
    if ('skip' in found) return { delivery: { kind: 'refused', reason: found.skip }, lane: null };
    const { mailbox } = found.facts;
    const row = mailbox && (await findExit(mailbox.id));
    if (!row) return { delivery: await deliver(await composeMail(found.facts)), lane: null };
    const lane = row.mailbox_id;
    const password = row.password && openSecret('mailbox_smtp.password', row.password);
    if (row.password && password === null)
      return { delivery: { kind: 'channel', reason: NO_PASSWORD }, lane };
    const exit = { ...row, mailboxId: lane, password };
    return { delivery: await deliver(await composeMail(found.facts), exit), lane };
  } catch (error) {
    // our own fault, or the database went away: the mail keeps its place
    if (!(error instanceof Refusal)) log.error({ err: error, mailId: mail.id }, 'mail could not be made');
    const reason = 'The mail could not be made; it is tried again.';
    return { delivery: { kind: 'later', reason, unreachable: true }, lane: null };
  }
}

const NO_PASSWORD = 'The stored password of the mail server cannot be opened any more; enter it anew.';

const PATIENCE = [200, 500, 1_000, 2_000, 4_000];

/** The mail may have left: before that is forgotten, and a copy follows, a short outage is waited for. */
async function settleSurely(mail: ClaimedMail, delivery: Delivery, lane: string | null) {
  for (const wait of PATIENCE) {
    try {
      return await settleMail(mail, delivery, lane);
    } catch (error) {
      log.warn({ err: error, mailId: mail.id }, 'fate of a mail not written yet');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return settleMail(mail, delivery, lane);
}
