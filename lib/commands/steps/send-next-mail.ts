import { composeMail } from '../../email/compose-mail';
import { type Delivery, deliver } from '../../email/transport';
import { env } from '../../env';
import { Refusal } from '../../errors';
import { log } from '../../log';
import { getMailFacts } from '../../queries/get-mail-facts';
import { claimMail, renewLease } from './claim-mail';
import type { ClaimedMail } from './claimed-mail';
import { settleMail } from './settle-mail';

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
  const stopRenewing = keepLease(mail);
  try {
    const delivery = await tryToSend(mail);
    const state = await settleSurely(mail, delivery);
    log.info({ mailId: mail.id, attempt: mail.attempts, state }, 'mail handled');
    return delivery.kind === 'channel' || (delivery.kind === 'later' && delivery.unreachable)
      ? 'stuck'
      : 'done';
  } finally {
    stopRenewing();
  }
}

async function tryToSend(mail: ClaimedMail): Promise<Delivery> {
  if (mail.refusal) return { kind: 'refused', reason: mail.refusal };
  try {
    const found = await getMailFacts(mail.id);
    if ('skip' in found) return { kind: 'refused', reason: found.skip };
    return await deliver(await composeMail(found.facts));
  } catch (error) {
    // our own fault, or the database went away: the mail keeps its place
    if (!(error instanceof Refusal)) log.error({ err: error, mailId: mail.id }, 'mail could not be made');
    return { kind: 'later', reason: 'The mail could not be made; it is tried again.', unreachable: true };
  }
}

function keepLease(mail: ClaimedMail): () => void {
  const timer = setInterval(
    () =>
      void renewLease(mail).catch((error: Error) =>
        log.warn({ err: error, mailId: mail.id }, 'lease of a mail not renewed'),
      ),
    (env().LEASE_SECONDS * 1000) / 3,
  );
  return () => clearInterval(timer);
}

const PATIENCE = [200, 500, 1_000, 2_000, 4_000];

/** The mail may have left: before that is forgotten, and a copy follows, a short outage is waited for. */
async function settleSurely(mail: ClaimedMail, delivery: Delivery) {
  for (const wait of PATIENCE) {
    try {
      return await settleMail(mail, delivery);
    } catch (error) {
      log.warn({ err: error, mailId: mail.id }, 'fate of a mail not written yet');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return settleMail(mail, delivery);
}
