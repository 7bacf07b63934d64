import { sql } from '../../db/transaction';
import { availableSpans } from '../../rules/available-time';
import type { Attendant } from '../../rules/simulation/model';
import { availabilityChanges, spellsOf } from '../reports/availability-changes';

type Row = Omit<Attendant, 'present'> & { is_available: boolean; availability_changed_at: Date };

/**
 * The staff that could be given work at any time between the two (milliseconds), with when each was there, as the
 * reports count attended time. Languages, skills, teams and limits are the present ones.
 */
export async function pastAgents(from: number, until: number): Promise<Attendant[]> {
  const [{ rows }, changes] = await Promise.all([
    sql.query<Row>(
      `SELECT id, name, languages, skills, capacity, capacity_calls, capacity_total, is_available, availability_changed_at,
         ARRAY(SELECT team_id FROM team_member WHERE person_id = person.id) AS team_ids
       FROM person WHERE role <> 'customer' AND (disabled_at IS NULL OR disabled_at > $1) ORDER BY name, id`,
      [new Date(from)],
    ),
    availabilityChanges(until),
  ]);
  return rows.map(({ is_available, availability_changed_at, ...agent }) => {
    const spells = spellsOf({ id: agent.id, is_available, availability_changed_at }, changes);
    return { ...agent, present: availableSpans(spells, from, until) };
  });
}
