import { sql } from '../../db/transaction';
import { availableTime } from '../../rules/available-time';
import type { BreakdownDto } from '../../schemas/report';
import { availabilityChanges, type Spell, spellsOf } from './availability-changes';

export interface AgentLoad {
  name: string;
  load: NonNullable<BreakdownDto['results'][number]['load']>;
}

interface Person extends Spell {
  name: string;
  capacity: number;
}

/**
 * Load against presence, for everybody on the staff: what he holds now against his capacity, how many tickets he held
 * on average at any moment of the time, and how long of it he was available.
 *
 * @param from, to milliseconds; a time that is not over ends now.
 */
export async function agentLoads(from: number, to: number): Promise<Map<string, AgentLoad>> {
  const until = Math.min(to, Date.now());
  const [people, holds, changes] = await Promise.all([
    sql.query<Person>(
      `SELECT id, name, capacity, is_available, availability_changed_at FROM person
       WHERE role <> 'customer' AND disabled_at IS NULL`,
    ),
    readHolds(from, until),
    availabilityChanges(until),
  ]);
  const seconds = Math.max(1, (until - from) / 1_000);
  return new Map(
    people.rows.map((person) => {
      const held = holds.get(person.id);
      const load = {
        holds: held?.now ?? 0,
        capacity: person.capacity,
        is_available: person.is_available,
        held_average: Math.round(((held?.seconds ?? 0) / seconds) * 100) / 100,
        available_seconds: Math.round(availableTime(spellsOf(person, changes), from, until) / 1_000),
      };
      return [person.id, { name: person.name, load }];
    }),
  );
}

async function readHolds(from: number, to: number): Promise<Map<string, { now: number; seconds: number }>> {
  const { rows } = await sql.query<{ agent_id: string; now: number; seconds: number }>(
    `SELECT agent_id, count(*) FILTER (WHERE held_to IS NULL)::int AS now,
       coalesce(sum(extract(epoch FROM least(held_to, $2::timestamptz) - greatest(held_from, $1::timestamptz)))
         FILTER (WHERE held_from < $2::timestamptz AND (held_to IS NULL OR held_to > $1::timestamptz)), 0)::float8 AS seconds
     FROM ticket_hold WHERE held_to IS NULL OR (held_from < $2::timestamptz AND held_to > $1::timestamptz) GROUP BY 1`,
    [new Date(from), new Date(to)],
  );
  return new Map(rows.map(({ agent_id, ...held }) => [agent_id, held]));
}
