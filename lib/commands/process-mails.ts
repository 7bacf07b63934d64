import { parseMail, Unreadable } from '../channels/email/parse-mail';
import type { ParsedMail } from '../channels/email/parsed-mail';
import { inTransaction, type Tx } from '../db/transaction';
import { isOurMail } from '../email/is-our-mail';
import { Refusal } from '../errors';
import { readFile } from '../files/read-file';
import { log } from '../log';
import { getMailAddresses } from '../queries/get-mail-addresses';
import { classifyMail } from '../rules/classify-mail';
import { isForged } from '../rules/sender-check';
import { canonicalAddress } from '../schemas/email-address';
import { ClaimLost } from './steps/claim-lost';
import {
  type ClaimedInbound,
  claimInbound,
  type MailOutcome,
  putBack,
  putOff,
  renewInbound,
  type SeenMail,
  settleInbound,
} from './steps/inbound-mail';
import { isAway } from './steps/is-away';
import { judgeMail } from './steps/judge-mail';
import { makeContent } from './steps/mail-content';
import { noteAutomatic, placeMail } from './steps/place-mail';
import { takeBounce } from './steps/take-bounce';
import { whileHeld } from './steps/while-held';
import { workThrough } from './steps/work-through';

/** Beyond this many tries it is not the moment that is bad but the mail, or we are. */
const MAX_TRIES = 6;

/**
 * Reads one mail, or all that wait: parse, classify, match, authorise, write (product 2.10). Each ends in one state; one
 * that cannot be read keeps its raw bytes and holds up nobody.
 *
 * @param id of the mail; without it, all that are due, at most `limit`.
 * @returns how many were handled.
 */
export const processMails = (id: string | null = null, limit = 200): Promise<number> =>
  workThrough(
    limit,
    () => claimInbound(id),
    (claimed) =>
      whileHeld(
        () => renewInbound(claimed),
        () => processClaimed(claimed),
      ),
  );

async function processClaimed(claimed: ClaimedInbound): Promise<void> {
  try {
    if (claimed.attempts > MAX_TRIES) return await end(claimed, { state: 'failed', reason: 'gave_up' });
    const raw = await readFile(claimed.storage_key);
    if (!raw) return await end(claimed, { state: 'failed', reason: 'raw_missing' });
    const seen = await look(claimed, await parseMail(raw));
    const content = seen.kind === 'human' ? await makeContent(seen.mail) : null;
    await inTransaction(async (tx) => {
      const outcome = (await judgeMail(tx, claimed, seen)) ?? (await place(tx, claimed, seen, content));
      await settleInbound(tx, claimed, outcome, seen);
    });
  } catch (error) {
    await afterError(claimed, error);
  }
}

const end = (claimed: ClaimedInbound, outcome: MailOutcome): Promise<void> =>
  inTransaction((tx) => settleInbound(tx, claimed, outcome, null));

/** Of a mail as it came, what decides where it goes. */
async function look(claimed: ClaimedInbound, mail: ParsedMail): Promise<SeenMail> {
  // two senders are none: one of them would be believed
  const sender = mail.from.length === 1 ? canonicalAddress(mail.from[0]!.address) : null;
  const kind = classifyMail({
    ...{ headers: mail.headers, returnPath: claimed.return_path, subject: mail.subject },
    sender: mail.from[0]?.address.toLowerCase() ?? '',
    hasReport: mail.report !== null,
    isOurs: isOurMail(mail, await getMailAddresses()),
  });
  const isLetIn = claimed.is_recovered && kind !== 'own' && kind !== 'bounce';
  return {
    ...{ mail, sender, kind: isLetIn ? 'human' : kind },
    isForged: isForged(mail.headers, claimed.auth_host),
  };
}

async function place(
  tx: Tx,
  claimed: ClaimedInbound,
  seen: SeenMail,
  content: Awaited<ReturnType<typeof makeContent>> | null,
): Promise<MailOutcome> {
  if (seen.kind === 'own') return { state: 'ignored', reason: 'own_mail' };
  if (seen.kind === 'bounce') return takeBounce(tx, seen);
  if (seen.kind === 'list') return { state: 'quarantined', reason: 'list' };
  if (seen.kind === 'automatic' || content === null) return noteAutomatic(tx, claimed, seen);
  return placeMail(tx, claimed, seen, content);
}

/** What cannot be read is put aside; what we could not do now is tried again: a few times, if it may be the mail. */
async function afterError(claimed: ClaimedInbound, error: unknown): Promise<void> {
  if (error instanceof ClaimLost) return;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Unreadable)
    return end(claimed, { state: 'quarantined', reason: 'unreadable', detail });
  if (!(error instanceof Refusal)) log.error({ err: error, mailId: claimed.id }, 'mail not read');
  if (isAway(error)) return putBack(claimed, detail);
  if (claimed.attempts >= MAX_TRIES) return end(claimed, { state: 'failed', reason: 'gave_up', detail });
  await putOff(claimed, detail);
}
