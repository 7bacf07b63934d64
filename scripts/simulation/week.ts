import type { Arrival, Attendant, World } from '../../lib/rules/simulation/model';

/** Of the week that the page in docs is about. */
export const SEED = 5;

/**
 * A made-up week of a support house, the same each time: tickets by hour and weekday in five languages, three kinds and
 * four priorities, and two dozen people in shifts, some of whom are absent for a day.
 */
export function makeWeek(seed: number, { tickets = 3_000, people = 24 } = {}): World {
  const random = generator(seed);
  const agents = Array.from({ length: people }, (_, n) => agentOf(n, random));
  const arrivals = Array.from({ length: tickets }, () => arrivalOf(random)).sort((a, b) => a.at - b.at);
  return {
    agents,
    arrivals: arrivals.map((arrival, n) => ({ ...arrival, id: `t${String(n).padStart(5, '0')}` })),
    // what came on the last evening has a day more
    until: 8 * DAY,
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Monday first. */
const BY_DAY = [22, 19, 18, 17, 15, 5, 4];
/** From midnight on. */
const BY_HOUR = [1, 1, 1, 1, 1, 1, 2, 4, 8, 11, 12, 10, 8, 9, 10, 9, 8, 6, 4, 3, 2, 2, 1, 1];
const LANGUAGES: [string[], number][] = [
  [['en'], 48],
  [['de'], 20],
  [['fr'], 15],
  [['it'], 7],
  [['es'], 5],
  [[], 5],
];
const LANES: [Arrival['lane'], number][] = [
  ['call', 12],
  ['chat', 18],
  ['other', 70],
];
const PRIORITIES: [number, number][] = [
  [0, 10],
  [1, 62],
  [2, 23],
  [3, 5],
];
/** Minutes of work, on average. */
const WORK: Record<Arrival['lane'], number> = { call: 9, chat: 25, other: 120 };
const CUSTOMERS = 1_400;

function pick<T>(random: () => number, choices: readonly (readonly [T, number])[]): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices.at(-1)![0];
}
const indexed = (weights: readonly number[]) => weights.map((weight, n) => [n, weight] as const);

function arrivalOf(random: () => number): Omit<Arrival, 'id'> {
  const day = pick(random, indexed(BY_DAY));
  const hour = pick(random, indexed(BY_HOUR));
  const lane = pick(random, LANES);
  return {
    at: day * DAY + hour * HOUR + Math.floor(random() * HOUR),
    lane,
    languages: pick(random, LANGUAGES),
    ...{ skills: [], preferred: [], team: null },
    priority: pick(random, PRIORITIES),
    ...{ urgency: 0, source_priority: null },
    vip: random() < 0.04,
    customer: `c${Math.floor(random() * CUSTOMERS)}`,
    // most are short, some are long
    handling: Math.round(Math.max(MINUTE, -Math.log(1 - random()) * WORK[lane] * MINUTE)),
  };
}

/** Hours of the day; the last goes into the next morning. */
const SHIFTS = [
  [8, 16],
  [10, 18],
  [12, 20],
  [8, 16],
  [9, 17],
  [20, 32],
] as const;
/** Every so many speak it; so each language is spoken, but not at each hour. */
const SPOKEN = [
  ['de', 2],
  ['fr', 3],
  ['it', 5],
  ['es', 8],
] as const;

function agentOf(n: number, random: () => number): Attendant {
  const id = `a${String(n).padStart(2, '0')}`;
  const [from, to] = SHIFTS[n % SHIFTS.length]!;
  const others = SPOKEN.flatMap(([language, every]) => ((n * 7 + every) % every === 1 ? [language] : []));
  const isWeekend = n % 4 === 1;
  const present = Array.from({ length: 7 }, (_, day) => day).flatMap((day) => {
    const works = day < 5 || isWeekend;
    const isAbsent = random() < 0.07;
    return works && !isAbsent ? [{ from: day * DAY + from * HOUR, to: day * DAY + to * HOUR }] : [];
  });
  return {
    ...{ id, name: id, languages: ['en', ...others], skills: [], team_ids: [] },
    ...{ capacity: 4, capacity_calls: 1, capacity_total: null, present },
  };
}
