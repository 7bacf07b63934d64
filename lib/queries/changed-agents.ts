import { Invalid } from '../errors';
import type { Limits } from '../rules/capacity';
import type { Able } from '../rules/routing';
import type { WhatIfInput } from '../schemas/what-if';

/** Agents as they would be after these changes. @throws Invalid for a change of who is none. */
export function changedAgents<T extends Able & Limits & { id: string }>(
  agents: readonly T[],
  changes: WhatIfInput['agents'],
): T[] {
  const known = new Set(agents.map(({ id }) => id));
  const unknown = changes.flatMap(({ id }, n) => (known.has(id) ? [] : [[`agents.${n}.id`, ['unknown']]]));
  if (unknown.length > 0) throw new Invalid(Object.fromEntries(unknown));
  const changed = new Map(changes.map((change) => [change.id, change]));
  return agents.map((agent) => {
    const { teams: team_ids, ...rest } = changed.get(agent.id) ?? {};
    return { ...agent, ...given({ ...rest, team_ids }) };
  });
}

/** Without what is not told. */
const given = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;
