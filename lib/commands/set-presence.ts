import type { z } from 'zod';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { presentAvailability } from '../presenters/person';
import { getSettings } from '../queries/get-settings';
import { limitsAbove } from '../rules/own-limits';
import { type Actor, may } from '../rules/permissions';
import type { AvailabilityDto, availabilityInput } from '../schemas/person';
import type { Intent } from '../schemas/values';
import { changeIntent } from './steps/change-intent';
import { lockPerson } from './steps/lock-person';
import { settleLiveness } from './steps/settle-liveness';

export type SetPresenceInput = z.infer<typeof availabilityInput>;

/**
 * Staff says whether work may come, and how much. Agents may lower their limits, only admins raise their own.
 * Routing runs after each change, because each may make room.
 *
 * @throws Forbidden for customers; Invalid `above_own_limit`, `unknown_reason`.
 */
export function setPresence(actor: Actor, input: SetPresenceInput): Promise<AvailabilityDto> {
  if (!may(actor, 'presence.set')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const before = await lockPerson(tx, actor.id);
    const { presence } = await getSettings(tx);
    refuse(actor, before, input, presence.reasons);
    await setLimits(tx, actor, before, input);
    const intent = intentOf(input);
    const by = { cause: 'self', actorId: actor.id } as const;
    if (intent !== undefined) await changeIntent(tx, before, { intent, reason: input.reason }, by);
    // who is reached on his phone from now on may have been missed until now
    if (input.stays_reachable !== undefined) await settleLiveness(tx, [actor.id]);
    return presentAvailability(await lockPerson(tx, actor.id), presence);
  });
}

function refuse(actor: Actor, person: PersonRow, input: SetPresenceInput, reasons: readonly string[]): void {
  const limits = { capacity: person.capacity, capacity_calls: person.capacityCalls, capacity_total: null };
  const above = limitsAbove(limits, input);
  if (above && !may(actor, 'person.edit_any')) throw new Invalid(above);
  if (input.reason && !reasons.includes(input.reason)) throw new Invalid({ reason: ['unknown_reason'] });
}

function intentOf({ intent, is_available }: SetPresenceInput): Intent | undefined {
  if (is_available === undefined) return intent;
  return is_available ? 'online' : 'offline';
}

async function setLimits(tx: Tx, actor: Actor, before: PersonRow, input: SetPresenceInput): Promise<void> {
  const { rows } = await tx.query<PersonRow>(
    `UPDATE person SET capacity = coalesce($2, capacity), capacity_calls = coalesce($3, capacity_calls),
       stays_reachable = coalesce($4, stays_reachable), updated_at = now()
     WHERE id = $1 RETURNING ${personColumns}`,
    [actor.id, input.capacity, input.capacity_calls, input.stays_reachable],
  );
  const after = rows[0]!;
  const fields: string[] = [];
  if (after.capacity !== before.capacity) fields.push('capacity');
  if (after.capacityCalls !== before.capacityCalls) fields.push('capacity_calls');
  if (after.staysReachable !== before.staysReachable) fields.push('stays_reachable');
  if (fields.length === 0) return;
  await recordEvent(tx, 'person.changed', { person_id: actor.id, fields, evict: false }, actor.id);
}
