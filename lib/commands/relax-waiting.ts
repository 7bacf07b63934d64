import { QUEUED } from '../db/sql/queue';
import { inTransaction, type Tx } from '../db/transaction';
import type { TicketEventInput } from '../events/catalogue';
import { getRoutingSetup } from '../queries/routing-setup';
import { type WaitingDemand, waitingDemands } from '../queries/waiting-demands';
import { type Waiver, waiversOf } from '../rules/relaxation';
import { reasonFacts, waivedAfter } from '../rules/routing-reason';
import { writeTickets } from './steps/write-ticket';

/** As many of one demand at a time; the next watch is a few seconds away. */
const BATCH = 500;

/**
 * Stops asking for what tickets have waited for long enough (product 2.7), as admins set it: their wished-for skills,
 * their required ones, a language, or it hands them to the team for that language. Each says so in its history, and
 * routing looks at it anew. Returns how many tickets it was.
 */
export function relaxWaiting(): Promise<number> {
  return inTransaction(async (tx) => {
    const setup = await getRoutingSetup(tx);
    const { skill_waits: skills, language_waits } = setup;
    if (skills.preferred === null && skills.required === null && language_waits.length === 0) return 0;
    const teams = await teamNames(tx);
    let relaxed = 0;
    for (const demand of await waitingDemands(setup, { from: tx }))
      for (const waiver of waiversOf(demand, setup)) {
        // dissolved since: its tickets go on waiting
        if (waiver.team !== null && !teams.has(waiver.team)) continue;
        relaxed += await relax(tx, demand, waiver, teams);
      }
    return relaxed;
  });
}

async function teamNames(tx: Tx): Promise<Map<string, string>> {
  // held until the tickets are written: a team that is being dissolved takes no more of them
  const { rows } = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM team ORDER BY id FOR KEY SHARE',
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The tickets of the demand that have waited so long; what somebody writes to at this moment is left to the next watch. */
async function relax(
  tx: Tx,
  demand: WaitingDemand,
  waiver: Waiver,
  teams: ReadonlyMap<string, string>,
): Promise<number> {
  const { rows } = await tx.query<{ id: string; waived: string[] }>(
    `SELECT t.id, t.waived FROM ticket t
     WHERE t.demand_id = $1 AND ${QUEUED} AND $2 <> ALL (t.waived)
       AND coalesce(t.waiting_since, t.created_at) <= now() - make_interval(mins => $3)
     ORDER BY coalesce(t.waiting_since, t.created_at) LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`,
    [demand.id, waiver.tag, waiver.minutes],
  );
  const { team } = waiver;
  const reason = waivedAfter(waiver, demand.skills, team === null ? null : teams.get(team)!);
  const events: TicketEventInput[] = [
    { type: 'routing.changed', data: reasonFacts(reason), actorId: null },
    ...(team === null
      ? []
      : [{ type: 'team.changed' as const, data: { from: demand.team_id, to: team }, actorId: null }]),
  ];
  // tickets of one demand may have been handed to teams for other languages before
  const bySoFar = new Map<string, string[]>();
  for (const { id, waived } of rows) {
    const key = JSON.stringify([...waived, waiver.tag]);
    bySoFar.set(key, [...(bySoFar.get(key) ?? []), id]);
  }
  for (const [waived, ids] of bySoFar)
    await writeTickets(
      tx,
      ids.map((id) => ({ id, events })),
      { waived: JSON.parse(waived) as string[], ...(team === null ? {} : { team_id: team }) },
    );
  return rows.length;
}
