import type { Tx } from '../../db/transaction';
import { env } from '../../env';
import type { ClaimedInbound, MailOutcome, SeenMail } from './inbound-mail';

/** Mails of one sender within ten minutes, and twice as many within an hour; beyond, his mails are held back. */
const SENDER_LIMIT = 30;

/**
 * What ends a mail before anybody asks where it belongs: it came already, it says to be one that came already, there
 * are too many of its sender, or a filter in front of us found it to be spam. Null: none of them. The same mail is
 * judged by one worker at a time.
 */
export async function judgeMail(
  tx: Tx,
  claimed: ClaimedInbound,
  seen: SeenMail,
): Promise<MailOutcome | null> {
  const { mail } = seen;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 36))', [
    `${claimed.mailbox_id} ${mail.messageRef ?? claimed.sha256}`,
  ]);
  const repeat = await repeatOf(tx, claimed, seen);
  if (repeat) return repeat;
  if (claimed.is_recovered || seen.kind === 'own' || seen.kind === 'bounce') return null;
  if (seen.sender && (await isTooMany(tx, seen.sender))) return { state: 'quarantined', reason: 'too_many' };
  const isSpam = mail.headers.some(({ name, value }) => name === 'x-spam-flag' && /^yes\b/i.test(value));
  return isSpam ? { state: 'quarantined', reason: 'spam' } : null;
}

async function repeatOf(tx: Tx, claimed: ClaimedInbound, { mail }: SeenMail): Promise<MailOutcome | null> {
  const { rows } = await tx.query<{ content_hash: string; ticket_id: string | null }>(
    `SELECT content_hash, ticket_id FROM inbound_mail
     WHERE mailbox_id = $1 AND id <> $2 AND settled_at IS NOT NULL AND state <> 'failed'
       AND (sha256 = $3 OR message_ref = $4) AND reason IS DISTINCT FROM 'duplicate' LIMIT 20`,
    [claimed.mailbox_id, claimed.id, claimed.sha256, mail.messageRef],
  );
  const same = rows.find(({ content_hash }) => content_hash === mail.contentHash);
  if (same) return { state: 'ignored', reason: 'duplicate', ticketId: same.ticket_id };
  return rows.length > 0 && !claimed.is_recovered ? { state: 'quarantined', reason: 'same_id' } : null;
}

async function isTooMany(tx: Tx, sender: string): Promise<boolean> {
  const { rows } = await tx.query<{ lately: number; within_hour: number }>(
    `SELECT count(*) FILTER (WHERE received_at > now() - interval '10 minutes')::int AS lately, count(*)::int AS within_hour
     FROM inbound_mail WHERE sender = $1 AND received_at > now() - interval '1 hour'
       AND reason IS DISTINCT FROM 'duplicate'`,
    [sender],
  );
  const limit = Math.max(1, SENDER_LIMIT * env().RATE_LIMIT_SCALE);
  return rows[0]!.lately >= limit || rows[0]!.within_hour >= 2 * limit;
}
