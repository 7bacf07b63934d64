import { sql } from '../../db/transaction';
import type { AvailabilityChange } from '../../rules/available-time';

/** What a row of `person` says of now. */
export interface Spell {
  id: string;
  is_available: boolean;
  availability_changed_at: Date;
}

/** What was recorded, and how it is now: people who were made available with the installation have no event of it. */
export function spellsOf(
  person: Spell,
  changes: ReadonlyMap<string, AvailabilityChange[]>,
): AvailabilityChange[] {
  const recorded = changes.get(person.id) ?? [];
  const since = { at: person.availability_changed_at.getTime(), isAvailable: person.is_available };
  return [
    ...recorded.filter(({ at }) => at < since.at),
    since,
    // in the middle of it his line may have been lost
    ...recorded.filter(({ at }) => at > since.at),
  ];
}

/** What was recorded of everybody's availability before a time (milliseconds), by person. */
export async function availabilityChanges(to: number): Promise<Map<string, AvailabilityChange[]>> {
  const { rows } = await sql.query<{ person: string; at: Date; available: boolean }>(
    `SELECT data ->> 'person_id' AS person, created_at AS at, (data ->> 'is_available')::boolean AND coalesce((data ->> 'is_live')::boolean, true) AS available
     FROM event WHERE type = 'availability.changed' AND created_at < $1 ORDER BY created_at, id`,
    [new Date(to)],
  );
  const changes = new Map<string, AvailabilityChange[]>();
  for (const { person, at, available } of rows) {
    const list = changes.get(person) ?? [];
    list.push({ at: at.getTime(), isAvailable: available });
    changes.set(person, list);
  }
  return changes;
}
