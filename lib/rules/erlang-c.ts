/**
 * How many servers a queue needs (A. K. Erlang, 1917). Loads are in erlangs: arrivals in a time × how long each takes of
 * it. The recursion of Erlang B is run on its inverse, which neither overflows nor loses digits for large loads.
 */
const nextInverse = (inverse: number, servers: number, load: number): number =>
  1 + (inverse * servers) / load;

/** Share of arrivals that find all servers taken where nobody waits (Erlang B). */
export function blocking(servers: number, load: number): number {
  if (load <= 0) return 0;
  let inverse = 1;
  for (let n = 1; n <= servers; n++) inverse = nextInverse(inverse, n, load);
  return 1 / inverse;
}

/** Share of arrivals that have to wait (Erlang C); 1 where the load is more than the servers can ever do. */
export const waiting = (servers: number, load: number): number =>
  waitingOf(blocking(servers, load), servers, load);

function waitingOf(blocked: number, servers: number, load: number): number {
  if (load <= 0) return 0;
  if (servers <= load) return 1;
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** What is wanted: this share answered within so many seconds. */
export interface Target {
  share: number;
  seconds: number;
}
export interface Traffic {
  /** Erlangs. */
  load: number;
  /** Seconds that one takes. */
  handling: number;
}
export interface Service {
  servers: number;
  /** Share that is answered in time. */
  share: number;
  /** Mean wait, seconds. */
  wait: number;
  /** Share of the servers that is taken, on average. */
  occupancy: number;
}

/** The fewest servers that reach the target, and what they reach. No load needs nobody. */
export function serversFor({ load, handling }: Traffic, { share, seconds }: Target): Service {
  if (load <= 0) return { servers: 0, share: 1, wait: 0, occupancy: 0 };
  let inverse = 1;
  for (let servers = 1; ; servers++) {
    inverse = nextInverse(inverse, servers, load);
    if (servers <= load) continue;
    const waits = waitingOf(1 / inverse, servers, load);
    const spare = servers - load;
    const reached = 1 - waits * Math.exp((-spare * seconds) / handling);
    if (reached >= share)
      return { servers, share: reached, wait: (waits * handling) / spare, occupancy: load / servers };
  }
}

const HOUR = 3_600;

/**
 * The load of each hour of a week that repeats, erlangs: what came in before and is still worked on counts as well, which
 * matters when one takes longer than an hour. (The mean of an M(t)/M/∞ queue; Jennings, Mandelbaum, Massey, Whitt 1996.)
 * While it is closed nothing moves: what comes then is there when it opens.
 */
export function loadsOf(hours: readonly { arrivals: number; isOpen: boolean }[], handling: number): number[] {
  const loads = hours.map(() => 0);
  if (handling <= 0 || !hours.some(({ isOpen }) => isOpen)) return loads;
  const stays = Math.exp(-HOUR / handling);
  // the mean over the hour, not at its end: what is short is over within it
  const meanOfStart = (handling / HOUR) * (1 - stays);
  let load = 0;
  let carried = 0;
  for (let round = 0, before = -1; round < ROUNDS && Math.abs(load - before) > 1e-6; round++) {
    before = load;
    hours.forEach(({ arrivals, isOpen }, index) => {
      if (!isOpen) {
        carried += arrivals;
        return;
      }
      load += carried;
      carried = 0;
      const inflow = (arrivals * handling) / HOUR;
      loads[index] = inflow + (load - inflow) * meanOfStart;
      load = inflow + (load - inflow) * stays;
    });
  }
  return loads;
}
/** Weeks until what is left over no longer changes; a load that never settles within them is not told any better. */
const ROUNDS = 52;
