import { inTransaction, type Tx } from '../../db/transaction';
import type { Delivery } from '../../email/transport';
import { log } from '../../log';
import { type ClaimedMail, type MailState, PAUSE_KEY } from './claimed-mail';
import { retryWait } from './retry-wait';
import { writeTicket } from './write-ticket';

/** Tries of one mail end after this; a server that is away for longer is an outage that people must know of. */
const GIVE_UP_AFTER = '24 hours';

/** A mailbox's server that does not answer is asked again after so long, times the number of failures, to half an hour. */
const AWAY_SECONDS = 30;

interface Settled {
  state: MailState;
  error: string | null;
  message_id: string | null;
  /** The mail carries a staff reply to the ticket's customer: its fate is shown on the message. */
  is_reply: boolean;
}

/**
 * Writes down what became of a try, once: a claim that has passed to somebody else changes nothing. When the mail
 * carries a reply to its customer, a change of state is an event of the ticket, so that open screens show it.
 *
 * @param lane the mailbox by whose own server it was tried; null: by the house's.
 */
export function settleMail(
  mail: ClaimedMail,
  delivery: Delivery,
  lane: string | null = null,
): Promise<MailState | null> {
  return inTransaction(async (tx) => {
    // the ticket first, as everywhere: the other order could end in a deadlock with a reply being posted
    if (mail.ticket_id)
      await tx.query('SELECT 1 FROM ticket WHERE id = $1 FOR NO KEY UPDATE', [mail.ticket_id]);
    const settled = await write(tx, mail, delivery);
    if (!settled) return null;
    if (lane !== null) await noteLane(tx, lane, delivery);
    else if (delivery.kind === 'channel') await pauseChannel(tx, delivery.reason);
    const carried = await settleCarried(tx, mail.id);
    if (settled.is_reply && mail.ticket_id && settled.message_id && settled.state !== mail.was)
      await writeTicket(
        tx,
        mail.ticket_id,
        {},
        [settled.message_id, ...carried].map((message_id) => ({
          type: 'delivery.changed',
          data: { message_id, state: settled.state },
          actorId: null,
        })),
      );
    return settled.state;
  });
}

/** What one mail said for others is their fate as well. @returns their messages. */
async function settleCarried(tx: Tx, mailId: string): Promise<string[]> {
  const { rows } = await tx.query<{ message_id: string }>(
    `UPDATE outbound_mail o SET state = m.state, sent_at = m.sent_at, provider_id = m.provider_id, error = m.error,
       next_attempt_at = m.next_attempt_at
     FROM outbound_mail m WHERE m.id = $1 AND o.carried_by = m.id RETURNING o.message_id`,
    [mailId],
  );
  return rows.map((row) => row.message_id);
}

async function write(tx: Tx, mail: ClaimedMail, delivery: Delivery): Promise<Settled | null> {
  const { rows } = await tx.query<Settled>(
    `UPDATE outbound_mail m SET ${ASSIGNMENTS[delivery.kind]}, lease_until = NULL
     WHERE m.id = $1 AND m.attempts = $2 AND m.state = 'sending'
     RETURNING m.state, m.error, m.message_id, m.template = 'chat' OR (m.template = 'reply' AND
       (SELECT role FROM person WHERE id = m.person_id) IS NOT DISTINCT FROM 'customer') AS is_reply`,
    valuesOf(mail, delivery),
  );
  return rows[0] ?? null;
}

/** Deferred mail waits by PostgreSQL's clock, a tenth longer at random, so that a backlog does not come at once. */
const WAIT = `next_attempt_at = now() + make_interval(secs => $4 * (1 + random() / 10)), error = $3`;
const ASSIGNMENTS: Record<Delivery['kind'], string> = {
  sent: `state = 'sent', sent_at = now(), provider_id = $3, error = NULL`,
  refused: `state = 'failed', error = $3`,
  spared: `state = 'spared', error = $3`,
  later: `state = CASE WHEN m.created_at < now() - interval '${GIVE_UP_AFTER}' THEN 'failed' ELSE 'deferred' END, ${WAIT}`,
  channel: `state = 'deferred', ${WAIT}`,
};

function valuesOf(mail: ClaimedMail, delivery: Delivery): unknown[] {
  if (delivery.kind === 'sent') return [mail.id, mail.attempts, delivery.providerId];
  if (delivery.kind === 'refused' || delivery.kind === 'spared')
    return [mail.id, mail.attempts, delivery.reason];
  return [mail.id, mail.attempts, delivery.reason, retryWait(mail.attempts)];
}

/** The server refuses us, so every mail: all wait for the first configured time, then one tries the door again. */
async function pauseChannel(tx: Tx, reason: string): Promise<void> {
  await tx.query(
    `INSERT INTO setting (key, value, updated_at)
     VALUES ($1, jsonb_build_object('until', now() + make_interval(secs => $2), 'reason', $3::text), now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    [PAUSE_KEY, retryWait(1), reason],
  );
  tx.afterCommit(() =>
    log.error({ reason }, 'MAIL IS PAUSED: the server refuses our credentials; check SMTP_URL'),
  );
}

/** Of a mailbox's own server: nothing leaves by it for a while when it refuses us or is away; other mails go on. */
async function noteLane(tx: Tx, lane: string, delivery: Delivery): Promise<void> {
  if (delivery.kind === 'sent') {
    await tx.query(
      `UPDATE mailbox_smtp SET sent_at = now(), failing_since = NULL, failures = 0, trouble = NULL, said = NULL,
         paused_until = NULL
       WHERE mailbox_id = $1 AND (failing_since IS NOT NULL OR sent_at IS NULL OR sent_at < now() - interval '1 minute')`,
      [lane],
    );
    return;
  }
  const isAway = delivery.kind === 'later' && delivery.unreachable;
  if (delivery.kind !== 'channel' && !isAway) return;
  const { rows } = await tx.query<{ failures: number; address: string }>(
    `UPDATE mailbox_smtp s SET failures = failures + 1, failing_since = coalesce(failing_since, now()), trouble = $2,
       said = $3, paused_until = now() + make_interval(secs => $4 * least(30, failures + 1) * (1 + random() / 10))
     FROM mailbox b WHERE s.mailbox_id = $1 AND b.id = s.mailbox_id RETURNING s.failures, b.address`,
    [lane, isAway ? 'unreachable' : 'login', delivery.reason, isAway ? AWAY_SECONDS : retryWait(1)],
  );
  const [now] = rows;
  if (!isAway && now)
    tx.afterCommit(() =>
      log.error(
        { mailbox: now.address, reason: delivery.reason },
        'MAIL OF A MAILBOX IS PAUSED: its server refuses its credentials',
      ),
    );
}
