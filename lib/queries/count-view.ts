import type { Actor } from '../rules/permissions';
import type { ViewFilter } from '../schemas/view';
import { countTickets } from './list-tickets';

export interface ViewCount {
  count: number;
  capped: boolean;
  /** Milliseconds since it was counted. */
  count_age: number;
}

/** What is counted this quickly is counted anew each time. */
const QUICK_MS = 20;
/** Anything slower is kept for a hundred times as long as it took, so that counting is never more than 1 % of a core. */
const KEPT_MS = 10_000;
/** Counts in memory; beyond it all are forgotten. */
const MOST = 5_000;

interface Kept {
  at: number;
  until: number;
  counting: ReturnType<typeof countTickets>;
}
const kept = new Map<string, Kept>();

/** How many tickets a view holds for this person. Who sees the same shares the count, and so do two who ask at once. */
export async function countView(actor: Actor, filter: ViewFilter): Promise<ViewCount> {
  const key = JSON.stringify([sightOf(actor, filter), filter]);
  const known = kept.get(key);
  if (known && performance.now() < known.until) return answer(known);
  if (kept.size >= MOST) kept.clear();
  const at = performance.now();
  const counting = countTickets(actor, { in: 'inbox', ...filter });
  const fresh: Kept = { at, until: Number.POSITIVE_INFINITY, counting };
  kept.set(key, fresh);
  try {
    await counting;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
  const took = performance.now() - at;
  if (took < QUICK_MS) kept.delete(key);
  else fresh.until = at + Math.min(KEPT_MS, took * 100);
  return { ...(await counting), count_age: 0 };
}

async function answer({ at, counting }: Kept): Promise<ViewCount> {
  return { ...(await counting), count_age: Math.round(performance.now() - at) };
}

/** Who sees all sees the same as the others who do, unless the view asks, or its search may ask, for the reader's own. */
function sightOf(actor: Actor, filter: ViewFilter): string {
  const seesAll = actor.role === 'admin' || actor.scope.visibility === 'all';
  const isOwn = filter.assignee?.includes('me') || filter.mentioned || filter.search;
  return seesAll && !isOwn ? `all ${actor.role}` : actor.id;
}
