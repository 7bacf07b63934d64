import { IS_WAITED, PREFERRED, REQUIRED, WAIVED_SKILLS } from '../db/sql/queue';
import { type Sql, sql } from '../db/transaction';
import { countsLiveCalls } from '../rules/offers';
import { capacityOf, type Lane } from '../rules/queue-order';
import { waivedLanguages } from '../rules/relaxation';
import type { Waiting } from '../rules/routing';
import type { Reason } from '../rules/routing-reason';
import type { RoutingSetup } from './routing-setup';

/** A demand that tickets wait of, and the reason that is written on it. */
export interface WaitingDemand extends Waiting {
  id: number;
  lane: Lane;
  reason: Reason | null;
  team_id: string | null;
  keeps_skills: boolean;
}

/** All demands that something waits of now, or the one of that id, waited of or not. */
export async function waitingDemands(
  setup: Pick<RoutingSetup, 'policy' | 'teams' | 'offers' | 'has_lines'>,
  { id, from = sql }: { id?: number; from?: Sql } = {},
): Promise<WaitingDemand[]> {
  const { rows } = await from.query<
    Omit<WaitingDemand, 'kind' | 'policy' | 'lane' | 'waived' | 'team_id' | 'keeps_skills'> & {
      kind: Lane;
      team: { id: string; name: string; keeps_skills: boolean } | null;
      waived: string[];
      waived_skills: string[];
    }
  >(
    `SELECT d.id, d.kind, d.languages, ${REQUIRED} AS skills, ${PREFERRED} AS preferred, d.reason, d.waived,
       ${WAIVED_SKILLS} AS waived_skills,
       (SELECT jsonb_build_object('id', team.id, 'name', team.name, 'keeps_skills', team.keeps_skills) FROM team WHERE team.id = d.team_id) AS team
     FROM demand d WHERE ${id === undefined ? IS_WAITED : 'd.id = $1'} ORDER BY d.id`,
    id === undefined ? [] : [id],
  );
  return rows.map(({ kind: lane, team, waived, waived_skills, ...row }) => ({
    ...row,
    lane,
    team: team && { id: team.id, name: team.name },
    team_id: team?.id ?? null,
    keeps_skills: team?.keeps_skills ?? false,
    waived: { languages: waivedLanguages(waived), skills: waived_skills },
    kind: capacityOf(lane),
    isLive: lane === 'call' && countsLiveCalls(setup),
    policy: (team && setup.teams[team.id]) ?? setup.policy,
  }));
}
