import type { z } from 'zod';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { limitsAbove } from '../rules/own-limits';
import { type Actor, may } from '../rules/permissions';
import type { availabilityDto, availabilityInput } from '../schemas/person';
import { lockPerson } from './steps/lock-person';

export type SetPresenceInput = z.infer<typeof availabilityInput>;
export type AvailabilityDto = z.infer<typeof availabilityDto>;

/**
 * Staff says whether work may come, and how much. Agents may lower their limits, only admins raise their own.
 * Routing runs after each change, because each may make room.
 *
 * @throws Forbidden for customers; Invalid `above_own_limit`.
 */
export function setPresence(actor: Actor, input: SetPresenceInput): Promise<AvailabilityDto> {
  if (!may(actor, 'presence.set')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const before = await lockPerson(tx, actor.id);
    const limits = { capacity: before.capacity, capacity_calls: before.capacityCalls, capacity_total: null };
    const above = limitsAbove(limits, input);
    if (above && !may(actor, 'person.edit_any')) throw new Invalid(above);
    const { rows } = await tx.query<PersonRow>(
      `UPDATE person SET is_available = coalesce($2, is_available), capacity = coalesce($3, capacity),
         capacity_calls = coalesce($4, capacity_calls), updated_at = now(),
         availability_changed_at = CASE WHEN coalesce($2, is_available) = is_available
           THEN availability_changed_at ELSE now() END
       WHERE id = $1 RETURNING ${personColumns}`,
      [actor.id, input.is_available, input.capacity, input.capacity_calls],
    );
    const after = rows[0]!;
    const fields: string[] = [];
    if (after.capacity !== before.capacity) fields.push('capacity');
    if (after.capacityCalls !== before.capacityCalls) fields.push('capacity_calls');
    if (fields.length > 0) {
      await recordEvent(tx, 'person.changed', { person_id: actor.id, fields, evict: false }, actor.id);
    }
    if (after.isAvailable !== before.isAvailable) {
      const data = { person_id: actor.id, is_available: after.isAvailable };
      await recordEvent(tx, 'availability.changed', data, actor.id);
    }
    return {
      is_available: after.isAvailable,
      capacity: after.capacity,
      capacity_calls: after.capacityCalls,
    };
  });
}
