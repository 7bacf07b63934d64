import { inTransaction, type Tx } from '../../db/transaction';
import { breakerOf } from '../../email/breaker';
import { messageIdFor } from '../../email/message-id';
import { env } from '../../env';
import type { MailTemplate } from '../../rules/notifications';
import { type ClaimedMail, type MailState, PAUSE_KEY } from './claimed-mail';

interface DueMail {
  id: string;
  template: MailTemplate;
  state: MailState;
  lapses: number;
  recipient: string;
  lane: string | null;
  stranger: boolean;
}

/** Workers lost in the middle of sending one mail, after which it is given up: each may have been a copy. */
const MAX_LAPSES = 3;
/** Mails on their way by one mailbox's server at once: one that is slow leaves room for the others. */
const MOST_A_LANE = 4;
/** Mails an hour to an address that is not known to be its reader's, over all doors (control C35). */
const STRANGER_LIMIT = 3;

/**
 * Whether a mail counts there: nobody has proved that the address is his, or the mail goes to whoever claims it, in a
 * chat or for a code. What staff wrote to who is on a ticket was sent there on purpose.
 */
const isToStranger = (mail: string): string => `${mail}.template NOT IN ('reply', 'copy') AND (
  ${mail}.template IN ('chat', 'code') AND ${mail}.person_id IS NULL
  OR NOT EXISTS (SELECT 1 FROM person p WHERE p.email = ${mail}.recipient AND NOT p.is_unproven))`;

// Times are kept in whole milliseconds, rounded: a mail written this instant may be due half a millisecond from now.
const DUE = `
  SELECT m.id, m.template, m.state, m.lapses, m.recipient, m.lane, ${isToStranger('m')} AS stranger
  FROM outbound_mail m
  WHERE m.state IN ('queued', 'deferred', 'sending') AND m.next_attempt_at <= now() + interval '1 millisecond'
    AND (m.state <> 'sending' OR m.lease_until < now())
    AND ($1::uuid IS NULL OR m.event_id = $1) AND m.carried_by IS NULL
    AND (m.lane IS NOT NULL
         OR NOT EXISTS (SELECT 1 FROM setting s
                        WHERE s.key = '${PAUSE_KEY}' AND (s.value ->> 'until')::timestamptz > now()))
    AND (m.lane IS NULL OR m.lane NOT IN
         (SELECT mailbox_id FROM mailbox_smtp WHERE paused_until > now() UNION ALL
          SELECT lane FROM outbound_mail WHERE state = 'sending' AND lane IS NOT NULL AND lease_until > now()
          GROUP BY lane HAVING count(*) >= ${MOST_A_LANE}))
  ORDER BY m.next_attempt_at, m.id LIMIT 1
  FOR UPDATE OF m SKIP LOCKED`;

/**
 * Takes the next mail that is due: of one event, or of all. The row says `sending` before anything leaves, so that
 * after a crash it is known that it may have left; its Message-ID is fixed with the first claim and never changes.
 *
 * @returns null when nothing is due, somebody else has it, or its server is paused.
 */
export async function claimMail(eventId: string | null): Promise<ClaimedMail | null> {
  for (;;) {
    const claimed = await tryToClaim(eventId);
    if (claimed !== 'full') return claimed;
  }
}

function tryToClaim(eventId: string | null): Promise<ClaimedMail | 'full' | null> {
  return inTransaction(async (tx) => {
    const due = (await tx.query<DueMail>(DUE, [eventId])).rows[0];
    if (!due) return null;
    if (due.lane !== null && (await isFull(tx, due.lane))) return 'full';
    if (due.template === 'reply' && due.state === 'queued') await carryOthers(tx, due.id);
    const lapses = due.lapses + (due.state === 'sending' ? 1 : 0);
    const { rows } = await tx.query<{ attempts: number; ticket_id: string | null }>(
      `UPDATE outbound_mail SET state = 'sending', attempts = attempts + 1, lapses = $2,
         lease_until = now() + make_interval(secs => $3), message_header = coalesce(message_header, $4)
       WHERE id = $1 RETURNING attempts, ticket_id`,
      [due.id, lapses, env().LEASE_SECONDS, messageIdFor(due.id)],
    );
    return { id: due.id, was: due.state, ...rows[0]!, refusal: await refusalOf(tx, due, lapses) };
  });
}

/** Where answers wait for each other, those that wait for the same reader go along with the first. */
async function carryOthers(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `UPDATE outbound_mail o SET carried_by = m.id FROM outbound_mail m JOIN person p ON p.id = m.person_id
     WHERE m.id = $1 AND p.role = 'customer' AND o.ticket_id = m.ticket_id AND o.recipient = m.recipient AND o.id <> m.id
       AND o.template = 'reply' AND o.state = 'queued' AND o.attempts = 0
       AND EXISTS (SELECT 1 FROM setting WHERE key = 'reply_mail_delay_seconds' AND value <> '0')`,
    [id],
  );
}

/** Others were quicker to the server's last place; the next look sees it. */
async function isFull(tx: Tx, lane: string): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [lane]);
  const { rows } = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbound_mail WHERE state = 'sending' AND lane = $1 AND lease_until > now()`,
    [lane],
  );
  return rows[0]!.n >= MOST_A_LANE;
}

async function refusalOf(tx: Tx, due: DueMail, lapses: number): Promise<string | null> {
  if (lapses >= MAX_LAPSES)
    return `A worker stopped ${lapses} times while sending it. It may have arrived; it is not sent again.`;
  if (due.stranger && !(await isWithinLimit(tx, due)))
    return 'This address, which nobody has confirmed, was sent too many mails within an hour.';
  if (await isDead(tx, due.recipient))
    return 'Three mails to this address came back. It gets none until somebody writes from it.';
  // only what answers mail by itself can loop
  if (due.template === 'ticket_received' && (await breakerOf(tx)).is_open)
    return 'Too many automatic mails were sent, or came back. They are stopped for now; answers of people leave.';
  return null;
}

/** Hard bounces within a month, after which an address counts as dead. */
const MAX_BOUNCES = 3;

/** Nobody is there any more, unless a mail came from there since. */
async function isDead(tx: Tx, recipient: string): Promise<boolean> {
  const { rows } = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbound_mail b
     WHERE b.recipient = $1 AND b.state = 'bounced' AND b.bounced_at > greatest(now() - interval '30 days',
       (SELECT max(received_at) FROM inbound_mail WHERE sender = $1 AND kind = 'human'))`,
    [recipient],
  );
  return rows[0]!.n >= MAX_BOUNCES;
}

/** Counts under a lock on the address, so that two workers cannot both find the last place free. */
async function isWithinLimit(tx: Tx, due: DueMail): Promise<boolean> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 35))`, [due.recipient]);
  const { rows } = await tx.query<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM outbound_mail o
     WHERE recipient = $1 AND id <> $2 AND attempts > 0 AND state <> 'failed' AND ${isToStranger('o')}
       AND coalesce(sent_at, lease_until, next_attempt_at) > now() - interval '1 hour'`,
    [due.recipient, due.id],
  );
  return rows[0]!.sent < Math.max(1, Math.floor(STRANGER_LIMIT * env().RATE_LIMIT_SCALE));
}

/** Keeps the claim while the sending takes its time. */
export async function renewLease(mail: ClaimedMail): Promise<void> {
  await inTransaction((tx) =>
    tx.query(
      `UPDATE outbound_mail SET lease_until = now() + make_interval(secs => $3)
       WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
      [mail.id, mail.attempts, env().LEASE_SECONDS],
    ),
  );
}
