import { v7 } from 'uuid';
import type { DemoData } from '@/lib/commands/load-demo';
import type { PastStep, PastTicket } from '@/lib/commands/steps/write-history';
import { COMES_BACK, MATTERS, NAMES, NOTES, TOPICS } from './demo-texts';

/**
 * Sixty days of a small support desk, all of them solved: more on weekdays than at weekends and more in the morning than
 * at night, answered in the hours of work but for a few, now and then opened again. The same dice every time; only the
 * days move.
 */

const DAYS = 60;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEED = 20_171;
/** Requests of a day from Sunday on. */
const PER_DAY = [5, 19, 17, 16, 16, 14, 7];
/** How likely a request comes in each hour of the day (UTC), from 0 on. */
const PER_HOUR = [1, 1, 1, 1, 1, 2, 4, 8, 14, 17, 16, 13, 10, 11, 14, 13, 11, 9, 7, 6, 5, 4, 3, 2];
/** Each hour as often as its weight says. */
const HOURS = PER_HOUR.flatMap((weight, hour) => Array<number>(weight).fill(hour));
/** As a house is open that has not said otherwise (`business_hours`), so that durations in business hours say something. */
const OPENS = 9;
const CLOSES = 17;
/** Share of requests that somebody answers without looking at the clock. */
const AT_ANY_HOUR = 0.06;
/** As housekeeping does it; a fixed number here, so that the history does not depend on a setting. */
const CLOSED_AFTER = 7 * DAY;
const CHANNELS = ['CHAT', 'CHAT', 'CHAT', 'WEB', 'WEB', 'EMAIL', 'MESSENGER'] as const;

type Agent = { id: string; name: string; languages: readonly string[] };
type Language = keyof typeof NAMES;
type Customer = DemoData['people'][number] & { language: Language };

/** Small, even and repeatable (mulberry32); not for secrets. */
function dice(seed: number) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    pick: <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!,
    chance: (share: number) => roll() < share,
    /** Times as people take them: mostly near the median, sometimes much longer (log-normal). */
    around: (median: number, spread = 0.8) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())),
  };
}
type Dice = ReturnType<typeof dice>;

/** `agents` are the people who answered; give those that exist, or make some. Everything ends before `now`. */
export function demoHistory(now: Date, agents: readonly Agent[]): DemoData {
  const d = dice(SEED);
  const customers = makeCustomers(now);
  const tickets: PastTicket[] = [];
  for (let day = DAYS; day >= 0; day--) {
    const midnight = new Date(now.getTime() - day * DAY).setUTCHours(0, 0, 0, 0);
    const usual = PER_DAY[new Date(midnight).getUTCDay()]!;
    const count = Math.round(usual * (0.8 + 0.4 * d.roll()));
    for (let n = 0; n < count; n++) {
      const at = midnight + hourOfDay(d) * HOUR + d.roll() * HOUR;
      tickets.push(makeTicket(d, new Date(at), DAYS - day, d.pick(customers), agents));
    }
  }
  const ended = (ticket: PastTicket) => ticket.steps.filter(({ at }) => at < now);
  return {
    people: customers.map(({ language: _, ...person }) => person),
    presence: workingDays(now, agents),
    topics: TOPICS.map(({ key, names }) => ({ id: v7(), key, names: { ...names } })),
    // what is not solved yet is no history; closing comes with time
    tickets: tickets
      .map((ticket) => ({ ...ticket, steps: ended(ticket) }))
      .filter(({ steps }) => isSolved(steps.findLast(({ kind }) => kind !== 'closed'))),
  };
}

/** Nine to five on weekdays; the last day ends with whatever holds now. */
function workingDays(now: Date, agents: readonly Agent[]): DemoData['presence'] {
  const presence: DemoData['presence'] = [];
  for (let day = DAYS; day >= 1; day--) {
    const date = new Date(now.getTime() - day * DAY);
    if (date.getUTCDay() % 6 === 0) continue;
    for (const [n, { id: personId }] of agents.entries()) {
      // nobody comes to the minute
      const late = ((day * 7 + n * 11) % 17) * MINUTE;
      const at = (hour: number) => new Date(date.setUTCHours(hour, 0, 0, 0) + late);
      presence.push({ personId, at: at(OPENS), isAvailable: true });
      presence.push({ personId, at: at(CLOSES), isAvailable: false });
    }
  }
  return presence;
}

const isSolved = (step: PastStep | undefined): boolean => step?.kind === 'reply' && step.resolves;

function makeCustomers(now: Date): Customer[] {
  const made = new Date(now.getTime() - DAYS * DAY).getTime();
  return (Object.keys(NAMES) as Language[]).flatMap((language) =>
    NAMES[language][0].flatMap((given) =>
      NAMES[language][1].map((family) => ({
        id: v7({ msecs: made }),
        name: `${given} ${family}`,
        role: 'customer' as const,
        languages: [language],
        locale: language === 'de' ? 'de' : 'en',
        language,
      })),
    ),
  );
}

function hourOfDay(d: Dice): number {
  return d.pick(HOURS);
}

function makeTicket(
  d: Dice,
  at: Date,
  day: number,
  customer: Customer,
  agents: readonly Agent[],
): PastTicket {
  const { language } = customer;
  const matter = d.pick(MATTERS.filter((one) => one[1] === language));
  const [topic, , subject, question] = matter;
  const speaking = agents.filter((agent) => agent.languages.includes(language));
  const agent = d.pick(speaking.length > 0 ? speaking : agents);
  return {
    subject,
    body: question,
    at,
    priority: d.pick([0, 1, 1, 1, 1, 1, 2, 2, 3]),
    channel: d.pick(CHANNELS),
    topic,
    languages: [language],
    customerId: customer.id,
    steps: makeSteps(d, at, day, agent, matter),
  };
}

/** The next moment at which somebody works. */
function atWork(at: number): number {
  const time = new Date(at);
  const isWeekend = time.getUTCDay() % 6 === 0;
  const hour = time.getUTCHours();
  if (!isWeekend && hour >= OPENS && hour < CLOSES) return at;
  const morning = time.setUTCHours(OPENS, 0, 0, 0);
  return atWork(isWeekend || hour >= CLOSES ? morning + DAY : morning);
}

/** When `work` milliseconds of work from `at` on are done: what is not done at closing time goes on the next morning. */
function afterWork(at: number, work: number): number {
  const begun = atWork(at);
  const closing = new Date(begun).setUTCHours(CLOSES, 0, 0, 0);
  return begun + work <= closing ? begun + work : afterWork(closing, begun + work - closing);
}

function makeSteps(
  d: Dice,
  created: Date,
  day: number,
  agent: Agent,
  [, language, , , answer, more, last]: (typeof MATTERS)[number],
): PastStep[] {
  const steps: PastStep[] = [];
  // the desk got faster over the two months
  const pace = 1.35 - (0.6 * day) / DAYS;
  const anyHour = d.chance(AT_ANY_HOUR);
  let time = (anyHour ? created.getTime() : atWork(created.getTime())) + d.around(20_000);
  const reason = `speaks ${language}; least busy of those with room`;
  steps.push({ kind: 'assigned', at: new Date(time), to: agent.id, reason });
  const work = (minutes: number) => {
    const busy = d.around(minutes * MINUTE * pace);
    time = anyHour ? time + busy : afterWork(time, busy);
    return new Date(time);
  };
  const wait = (minutes: number) => {
    time += d.around(minutes * MINUTE);
    return new Date(time);
  };
  const reply = (minutes: number, body: string, resolves: boolean) =>
    void steps.push({ kind: 'reply', at: work(minutes), by: agent.id, body, resolves });

  if (d.chance(0.12)) steps.push({ kind: 'note', at: work(10), by: agent.id, body: d.pick(NOTES) });
  if (d.chance(0.35)) reply(35, answer, true);
  else {
    reply(35, answer, false);
    steps.push({ kind: 'answer', at: wait(90), body: more });
    reply(50, last, true);
  }
  if (d.chance(0.06)) {
    const [complaint, mended] = COMES_BACK[language];
    steps.push({ kind: 'answer', at: wait(20 * 60), body: complaint });
    reply(60, mended, true);
  }
  steps.push({ kind: 'closed', at: new Date(time + CLOSED_AFTER) });
  return steps;
}
