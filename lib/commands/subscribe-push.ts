import { newId } from '../clock';
import { inTransaction, sql } from '../db/transaction';
import { Forbidden } from '../errors';
import type { Actor } from '../rules/permissions';
import type { PushSubscriptionInput } from '../schemas/push';
import { vapidKeys } from './steps/vapid-keys';

/** Browsers of one person; beyond it the oldest is forgotten. */
const MOST = 20;

/** What a browser needs before it can ask its push service for an address. */
export async function openPush(): Promise<{ public_key: string }> {
  return { public_key: (await vapidKeys()).publicKey };
}

/**
 * Tells this login's browser of notices from now on. A browser that somebody else was signed in with is now his who
 * signs in.
 *
 * @throws Forbidden for programs, which have no browser.
 */
export function subscribePush(actor: Actor, { endpoint, keys }: PushSubscriptionInput): Promise<void> {
  if (actor.sessionId === null) throw new Forbidden();
  return inTransaction(async (tx) => {
    await tx.query(
      `INSERT INTO push_subscription (id, person_id, session_id, endpoint, p256dh, auth)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (endpoint) DO UPDATE SET person_id = excluded.person_id, session_id = excluded.session_id,
         p256dh = excluded.p256dh, auth = excluded.auth, created_at = now()`,
      [newId(), actor.id, actor.sessionId, endpoint, keys.p256dh, keys.auth],
    );
    await tx.query(
      `DELETE FROM push_subscription WHERE id IN (
         SELECT id FROM push_subscription WHERE person_id = $1 ORDER BY created_at DESC, id DESC OFFSET ${MOST})`,
      [actor.id],
    );
  });
}

/** This browser is told no more. What is not there is no mistake. */
export async function endPush(actor: Actor, endpoint: string): Promise<void> {
  await sql.query('DELETE FROM push_subscription WHERE person_id = $1 AND endpoint = $2', [
    actor.id,
    endpoint,
  ]);
}
