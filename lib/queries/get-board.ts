import { countLately, MOST_COUNTED, WAITING_NOW } from '../db/sql/board';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import { MAY_BE_GIVEN } from '../db/sql/presence';
import { sql } from '../db/transaction';
import { presentPresence, tenths } from '../presenters/person';
import { presentReason } from '../presenters/ticket';
import type { Lane } from '../rules/queue-order';
import type { Reason } from '../rules/routing-reason';
import type { BoardDto, Counted, WaitingOnBoard } from '../schemas/board';
import { personLoads } from './person-loads';
import { getRoutingSetup } from './routing-setup';

/** Of what was given out, so much is looked at. */
const MINUTES = 15;
const DECISIONS = 5_000;

/**
 * How it stands this moment: who is there with what, what waits and why, and how fast it moves; of a team, its people
 * and tickets. Costs as many looks as there are people and demands, however much waits.
 */
export async function getBoard(team: string | null): Promise<BoardDto> {
  const [staff, waiting, created, resolved, given_per_minute] = await Promise.all([
    staffOf(team),
    waitingOf(team),
    lately('created_lately', team),
    lately('resolved_lately', team),
    pace(team),
  ]);
  const isAbsent = ({ presence, load, load_calls }: BoardDto['people'][number]) =>
    presence.intent === 'offline' && load + load_calls === 0;
  return {
    people: staff.filter((person) => !isAbsent(person)),
    offline: staff.filter(isAbsent).length,
    waiting,
    queue: {
      n: waiting.reduce((sum, { n }) => sum + n, 0),
      is_more: waiting.some(({ is_more }) => is_more),
      since: waiting.map(({ since }) => since).sort()[0] ?? null,
    },
    ...{ created, resolved, given_per_minute },
  };
}

/** Agents, and admins who take part. Who could be given work comes first, who is offline last. */
async function staffOf(team: string | null): Promise<BoardDto['people']> {
  const { rows } = await sql.query<PersonRow & { is_there: boolean }>(
    `SELECT ${personColumns}, ${MAY_BE_GIVEN} AS is_there FROM person
     WHERE role <> 'customer' AND disabled_at IS NULL AND (role = 'agent' OR intent <> 'offline')
       AND ($1::uuid IS NULL OR EXISTS (SELECT FROM team_member WHERE team_id = $1 AND person_id = person.id))
     ORDER BY ${MAY_BE_GIVEN} DESC, intent = 'offline', lower(name), id`,
    [team],
  );
  const loads = await personLoads(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map((person) => ({
    id: person.id,
    name: person.name,
    presence: presentPresence(person),
    is_there: person.is_there,
    languages: person.languages,
    load: tenths(loads.get(person.id)!.other),
    load_calls: tenths(loads.get(person.id)!.call),
    capacity: person.capacity,
    capacity_calls: person.capacityCalls,
    capacity_total: person.capacityTotal,
  }));
}

/** In the order of kinds of work; within one, whose longest wait is longest. */
async function waitingOf(team: string | null): Promise<WaitingOnBoard[]> {
  const { rows } = await sql.query<{
    demand: number;
    kind: Lane;
    languages: string[];
    topic: string | null;
    team: { id: string; name: string } | null;
    reason: Reason | null;
    count: number;
    since: Date;
  }>(WAITING_NOW, [team]);
  const { order } = await getRoutingSetup();
  return rows
    .sort((a, b) => order[b.kind] - order[a.kind] || a.since.getTime() - b.since.getTime())
    .map(({ count, since, reason, ...row }) => ({
      ...row,
      ...upTo(count),
      since: since.toISOString(),
      reason: reason && presentReason(reason),
    }));
}

const upTo = (count: number): Counted => ({
  n: Math.min(count, MOST_COUNTED),
  is_more: count > MOST_COUNTED,
});

async function lately(what: Parameters<typeof countLately>[0], team: string | null): Promise<Counted> {
  const { rows } = await sql.query<{ n: number }>(countLately(what), [team]);
  return upTo(rows[0]!.n);
}

/** Tickets a minute; of many, of the newest. */
async function pace(team: string | null): Promise<number> {
  const { rows } = await sql.query<{ n: number; minutes: number }>(
    `SELECT count(*)::int AS n, extract(epoch FROM now() - min(at))::float8 / 60 AS minutes FROM (
       SELECT r.at FROM routing_decision r WHERE r.at > now() - make_interval(mins => ${MINUTES})
         AND ($1::uuid IS NULL OR EXISTS (SELECT FROM team_member WHERE team_id = $1 AND person_id = r.person_id))
       ORDER BY r.at DESC LIMIT ${DECISIONS}) newest`,
    [team],
  );
  const { n, minutes } = rows[0]!;
  return tenths(n / (n < DECISIONS ? MINUTES : Math.max(minutes, 1 / 60)));
}
