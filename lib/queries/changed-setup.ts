import { env } from '../env';
import { Invalid } from '../errors';
import { parseLaneOrder } from '../rules/queue-order';
import type { ReplayInput, WhatIfInput } from '../schemas/what-if';
import type { Known } from './known-names';
import type { RoutingSetup } from './routing-setup';

/** What routing would go by after these changes. @throws Invalid where they speak of a team or topic that is not there. */
export function changedSetup(
  setup: RoutingSetup,
  changes: Pick<WhatIfInput, 'settings' | 'teams' | 'topics' | 'agents'> &
    Partial<Pick<ReplayInput, 'more_agents'>>,
  known: Known,
): RoutingSetup {
  refuseUnknown(changes, known);
  const own = { ...setup.teams };
  for (const [id, policy] of Object.entries(changes.teams)) {
    if (policy === null) delete own[id];
    else own[id] = policy;
  }
  const { routing_policy, kind_order, routing_pace, ...others } = changes.settings;
  return {
    ...setup,
    policy: routing_policy ?? setup.policy,
    order: kind_order === undefined ? setup.order : (kind_order ?? parseLaneOrder(env().TASK_PRIORITY)),
    pace: routing_pace === undefined ? setup.pace : routing_pace,
    sticky_days: others.sticky_days ?? setup.sticky_days,
    queue_minutes: others.queue_minutes ?? setup.queue_minutes,
    skill_waits: others.skill_waits ?? setup.skill_waits,
    language_waits: others.language_waits ?? setup.language_waits,
    teams: own,
  };
}

function refuseUnknown(
  { teams, topics, agents, more_agents = [] }: Parameters<typeof changedSetup>[1],
  known: Known,
): void {
  const membersOf = (list: readonly { teams?: string[] | undefined }[], name: string) =>
    list.flatMap((one, n) =>
      one.teams?.every((id) => known.teams.has(id)) === false ? `${name}.${n}.teams` : [],
    );
  const unknown = [
    ...Object.keys(teams).flatMap((id) => (known.teams.has(id) ? [] : `teams.${id}`)),
    ...Object.keys(topics).flatMap((id) => (known.topics.has(id) ? [] : `topics.${id}`)),
    ...membersOf(agents, 'agents'),
    ...membersOf(more_agents, 'more_agents'),
  ];
  if (unknown.length > 0) throw new Invalid(Object.fromEntries(unknown.map((path) => [path, ['unknown']])));
}
