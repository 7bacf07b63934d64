import { IS_WAITED, PREFERRED, REQUIRED } from '../db/sql/queue';
import { type Sql, sql } from '../db/transaction';
import { capacityOf, type Lane } from '../rules/queue-order';
import type { Waiting } from '../rules/routing';
import type { Reason } from '../rules/routing-reason';
import type { RoutingSetup } from './routing-setup';

/** A demand that tickets wait of, and the reason that is written on it. */
export interface WaitingDemand extends Waiting {
  id: number;
  lane: Lane;
  reason: Reason | null;
}

/** All demands that something waits of now, or the one of that id, waited of or not. */
export async function waitingDemands(
  setup: Pick<RoutingSetup, 'policy' | 'teams' | 'offers'>,
  { id, from = sql }: { id?: number; from?: Sql } = {},
): Promise<WaitingDemand[]> {
  const { rows } = await from.query<
    Omit<WaitingDemand, 'kind' | 'policy' | 'lane'> & {
      kind: Lane;
      team: { id: string; name: string } | null;
    }
  >(
    `SELECT d.id, d.kind, d.languages, ${REQUIRED} AS skills, ${PREFERRED} AS preferred, d.reason,
       (SELECT jsonb_build_object('id', team.id, 'name', team.name) FROM team WHERE team.id = d.team_id) AS team
     FROM demand d WHERE ${id === undefined ? IS_WAITED : 'd.id = $1'} ORDER BY d.id`,
    id === undefined ? [] : [id],
  );
  return rows.map(({ kind: lane, team, ...row }) => ({
    ...row,
    lane,
    team,
    kind: capacityOf(lane),
    isLive: lane === 'call' && setup.offers.call !== null,
    policy: (team && setup.teams[team.id]) ?? setup.policy,
  }));
}
