import { inTransaction } from '../db/transaction';
import { Conflict, Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { getDemo } from '../queries/get-demo';
import { type Actor, may } from '../rules/permissions';
import type { DemoDto } from '../schemas/setup';
import { DEMO_KEY } from './steps/demo-key';

const ASKS = {
  load: {
    from: 'none',
    state: 'loading',
    event: 'demo.requested',
    message: 'There is example data already.',
  },
  remove: {
    from: 'loaded',
    state: 'removing',
    event: 'demo.removal_requested',
    message: 'There is no example data to remove.',
  },
} as const;

/**
 * An admin asks for the example data, or for its removal; the worker does it. What is under way already is told as it
 * is and not asked for twice.
 *
 * @throws Conflict `demo_state` when there is nothing to do.
 */
export function requestDemo(actor: Actor, wish: keyof typeof ASKS): Promise<DemoDto> {
  if (!may(actor, 'demo.manage')) throw new Forbidden();
  const { from, state, event, message } = ASKS[wish];
  return inTransaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('demo'))");
    const now = await getDemo(tx);
    if (now.state === state) return now;
    if (now.state !== from) throw new Conflict('demo_state', message);
    await tx.query(
      `INSERT INTO setting (key, value, updated_at) VALUES ($1, jsonb_build_object('state', $2::text, 'kept', 0), now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [DEMO_KEY, state],
    );
    await recordEvent(tx, event, {}, actor.id);
    return { ...now, state, kept: 0 };
  });
}
