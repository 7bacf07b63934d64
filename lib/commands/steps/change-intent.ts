import { type PersonRow, personColumns } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import type { AvailabilityCause } from '../../events/catalogue';
import { recordEvent } from '../../events/record';
import { mayHaveReason } from '../../rules/presence';
import type { Intent } from '../../schemas/values';
import { changesOf } from './changes-of';
import { withdrawOffers } from './withdraw-offers';

/**
 * Writes what a locked person says about himself, or somebody for him. To be online begins a spell each time it is
 * said: who says so without a screen counts as there. Said again, it is no event unless he was missed.
 */
export async function changeIntent(
  tx: Tx,
  before: PersonRow,
  { intent, reason }: { intent: Intent; reason?: string | null | undefined },
  by: { cause: AvailabilityCause; actorId: string | null },
): Promise<PersonRow> {
  const why = mayHaveReason(intent) ? (reason ?? null) : null;
  const { rows } = await tx.query<PersonRow>(
    `UPDATE person SET intent = $2, intent_reason = $3, updated_at = now(),
       spell_at = CASE WHEN $2 = 'online' THEN now() ELSE spell_at END, lost_at = NULL
     WHERE id = $1 RETURNING ${personColumns}`,
    [before.id, intent, why],
  );
  const after = rows[0]!;
  if (intent !== 'online') await withdrawOffers(tx, before.id, by.actorId);
  await recordPresence(tx, before, after, by);
  return after;
}

/** Records it where a person's row says another thing about his presence than it did. */
export async function recordPresence(
  tx: Tx,
  before: PersonRow,
  after: PersonRow,
  { cause, actorId }: { cause: AvailabilityCause; actorId: string | null },
): Promise<void> {
  const changes = changesOf(said(before), said(after));
  if (Object.keys(changes).length === 0) return;
  const { intent, reason, is_live } = said(after);
  const data = {
    person_id: after.id,
    is_available: after.isAvailable,
    intent,
    reason,
    is_live,
    cause,
    changes,
  };
  await recordEvent(tx, 'availability.changed', data, actorId);
}

const said = ({ intent, intentReason, lostAt }: PersonRow) => ({
  intent,
  reason: intentReason,
  is_live: lostAt === null,
});
