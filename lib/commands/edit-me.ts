import type { z } from 'zod';
import { toE164 } from '../channels/voice/phone-number';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction } from '../db/transaction';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { presentMe } from '../presenters/person';
import { type Actor, isStaff } from '../rules/permissions';
import type { editMeInput, MeDto } from '../schemas/person';
import { lockPerson } from './steps/lock-person';

export type EditMeInput = z.infer<typeof editMeInput>;

/** A person changes his name, languages, locale, time zone, or how long he can undo. No change, no event. */
export function editMe(actor: Actor, input: EditMeInput): Promise<MeDto> {
  return inTransaction(async (tx) => {
    const before = await lockPerson(tx, actor.id);
    // a customer's number is what staff know of him
    const isPhone = input.phone !== undefined && isStaff(actor.role);
    const phone = input.phone ? toE164(input.phone) : null;
    if (input.phone && phone === null) throw new Invalid({ phone: ['phone_number'] });
    const { rows } = await tx.query<PersonRow>(
      `UPDATE person SET name = coalesce($2, name), languages = coalesce($3, languages),
         locale = coalesce($4, locale), time_zone = coalesce($5, time_zone),
         undo_seconds = coalesce($6, undo_seconds), phone = CASE WHEN $7 THEN $8 ELSE phone END, updated_at = now()
       WHERE id = $1 RETURNING ${personColumns}`,
      [
        actor.id,
        input.name,
        input.languages,
        input.locale,
        input.time_zone,
        input.undo_seconds,
        isPhone,
        phone,
      ],
    );
    const after = presentMe(rows[0]!, actor.scope);
    const old = presentMe(before, actor.scope);
    const fields = (['name', 'languages', 'locale', 'time_zone', 'undo_seconds', 'phone'] as const).filter(
      (field) => JSON.stringify(old[field]) !== JSON.stringify(after[field]),
    );
    if (fields.length > 0) {
      await recordEvent(tx, 'person.changed', { person_id: actor.id, fields, evict: false }, actor.id);
    }
    return after;
  });
}
