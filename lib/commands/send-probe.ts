import { newId } from '../clock';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { type Actor, may } from '../rules/permissions';
import { type Attempt, once } from './steps/once';

/**
 * Records a fact that does nothing but travel: from the database through the worker and the sockets to the admin's own
 * screens, which know the time between asking and hearing.
 */
export function sendProbe(actor: Actor, attempt?: Attempt): Promise<{ id: string }> {
  if (!may(actor, 'system.check')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    await recordEvent(tx, 'system.probed', { person_id: actor.id, probe_id: id }, actor.id);
    return { id };
  });
}
