import { inTransaction, sql } from '../../db/transaction';
import { env } from '../../env';
import { noteDelivery } from './note-delivery';
import { retryWait } from './retry-wait';

/** A part of an answer that this process alone may send until its lease ends. `attempts` fences it. */
export interface ClaimedSend {
  id: string;
  message_id: string;
  contact_id: string;
  attempts: number;
  lapses: number;
  text: string | null;
  attachment_id: string | null;
  claimed_at: Date;
}

/**
 * Takes the next part that is due. What goes to one person leaves in order: while one is on its way, or waits for its next
 * try, the later ones wait too. The row says `sending` before anything leaves, so that after a crash it is known that
 * it may have.
 */
export function claimSend(): Promise<ClaimedSend | null> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<ClaimedSend>(
      `UPDATE messenger_send s SET state = 'sending', attempts = s.attempts + 1,
         lapses = s.lapses + (s.state = 'sending')::int, lease_until = now() + make_interval(secs => $1)
       WHERE s.id = (
         SELECT n.id FROM messenger_send n
         WHERE n.state IN ('queued', 'deferred', 'sending') AND n.next_attempt_at <= now() + interval '1 millisecond'
           AND (n.state <> 'sending' OR n.lease_until < now())
           -- an echo that nobody has read yet may say that it arrived
           AND (n.state <> 'sending' OR NOT EXISTS (SELECT 1 FROM messenger_contact c JOIN messenger_event e
             ON e.page_id = c.page_id AND e.psid = c.psid WHERE c.id = n.contact_id AND e.kind = 'echo' AND e.state = 'received'))
           AND NOT EXISTS (SELECT 1 FROM messenger_send o WHERE o.contact_id = n.contact_id AND o.seq < n.seq
             AND o.state IN ('queued', 'deferred', 'sending'))
         ORDER BY n.seq LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING s.id, s.message_id, s.contact_id, s.attempts, s.lapses, s.text, s.attachment_id, now() AS claimed_at`,
      [env().LEASE_SECONDS],
    );
    return rows[0] ?? null;
  });
}

/** Keeps it while a large file is on its way. */
export async function renewSend({ id, attempts }: ClaimedSend): Promise<void> {
  await sql.query(
    `UPDATE messenger_send SET lease_until = now() + make_interval(secs => $3)
     WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
    [id, attempts, env().LEASE_SECONDS],
  );
}

export type SendEnd =
  | { kind: 'sent'; mid: string }
  | { kind: 'refused' | 'closed'; reason: string }
  | { kind: 'later'; reason: string; retryAfter: number | null };

/** Tries end after this: the customer has long gone, and somebody must know. */
const GIVE_UP_AFTER = '24 hours';

/**
 * Writes down what became of a try, once: when its echo was quicker, or somebody else has it by now, nothing changes. What
 * was refused takes the parts behind it along, since half an answer that goes on in the middle is none.
 */
export async function settleSend(claimed: ClaimedSend, end: SendEnd): Promise<void> {
  await inTransaction((tx) =>
    noteDelivery(tx, [claimed.message_id], async () => {
      const { rows } = await tx.query<{ state: string }>(
        `UPDATE messenger_send SET ${ASSIGNMENTS[end.kind]}, lease_until = NULL
         WHERE id = $1 AND attempts = $2 AND state = 'sending' RETURNING state`,
        valuesOf(claimed, end),
      );
      if (rows[0]?.state === 'failed' && end.kind !== 'sent')
        await tx.query(
          `UPDATE messenger_send SET state = 'failed', error = $2 WHERE message_id = $1 AND state IN ('queued', 'deferred')`,
          [claimed.message_id, end.reason],
        );
      if (rows[0] && end.kind === 'closed')
        await tx.query('UPDATE messenger_contact SET refused_at = now() WHERE id = $1', [claimed.contact_id]);
    }),
  );
}

const ASSIGNMENTS: Record<SendEnd['kind'], string> = {
  sent: `state = 'sent', mid = $3, sent_at = $4, error = NULL`,
  refused: `state = 'failed', error = $3`,
  closed: `state = 'failed', error = $3`,
  later: `state = CASE WHEN queued_at < now() - interval '${GIVE_UP_AFTER}' THEN 'failed' ELSE 'deferred' END,
    error = $3, next_attempt_at = now() + make_interval(secs => $4)`,
};

function valuesOf({ id, attempts, claimed_at }: ClaimedSend, end: SendEnd): unknown[] {
  if (end.kind === 'sent') return [id, attempts, end.mid, claimed_at];
  if (end.kind !== 'later') return [id, attempts, end.reason];
  return [id, attempts, end.reason, Math.max(retryWait(attempts), end.retryAfter ?? 0)];
}
