import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeStatus } from '@/lib/commands/change-status';
import { createTeam } from '@/lib/commands/create-team';
import { createTopic } from '@/lib/commands/create-topic';
import { editPerson } from '@/lib/commands/edit-person';
import { editTicket } from '@/lib/commands/edit-ticket';
import { routeWaiting } from '@/lib/commands/route-waiting';
import { setPresence } from '@/lib/commands/set-presence';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { Conflict, NotFound } from '@/lib/errors';
import type { Actor } from '@/lib/rules/permissions';
import { testEnvironment } from '../environment';
import { addActor, fileTicket } from '../factories';
import { fileWaiting } from '../file-waiting';
import { brokenNumbering, overloadedAgents } from '../invariants';
import { startWorker, type TestProcess } from '../processes';
import { breaches, brokenHands, guardRouting, leftWaiting, outOfOrder } from './routing-watch';

/**
 * Whatever happens in whatever order, and whoever is killed meanwhile: one agent a ticket, never above a limit, always
 * in the language, in order, and nobody waits who could be served. Schedules are drawn at random, the same ones in each
 * `npm test`; `npm run test:soak` draws others, for as long as SOAK_SECONDS says.
 */
const soakSeconds = Number(process.env.SOAK_SECONDS ?? 0);
const isSoak = soakSeconds > 0;
/** So long may a ticket wait that somebody could take. The reaction takes milliseconds; a busy machine takes its time. */
const LONGEST_MS = isSoak ? 2_000 : 6_000;

const languages = (minLength: number) => fc.subarray(['en', 'de', 'fr'], { minLength, maxLength: 2 });
const limits = fc.record({
  capacity: fc.integer({ min: 0, max: 4 }),
  capacity_calls: fc.integer({ min: 0, max: 2 }),
  capacity_total: fc.option(fc.integer({ min: 1, max: 5 })),
});
const agent = fc.record({ languages: languages(1), limits, inTeam: fc.boolean(), isAvailable: fc.boolean() });
const any = fc.nat(1_000);
/** One thing that happens; numbers choose among whatever there is at that moment. */
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('file' as const),
      languages: languages(0),
      channel: fc.constantFrom('WEB' as const, 'WEB' as const, 'CALL' as const, 'CHAT' as const),
      priority: fc.constantFrom('LOW' as const, 'MEDIUM' as const, 'URGENT' as const),
      forTeam: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('solve' as const), which: any }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('presence' as const), who: any, is: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('limit' as const), who: any, limits }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('learn' as const), who: any, languages: languages(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('restrict' as const), which: any, languages: languages(0) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('kill' as const), which: any }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('route' as const), atOnce: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('pause' as const), ms: fc.nat(150) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
const schedule = fc.record({
  workers: fc.integer({ min: 1, max: isSoak ? 8 : 2 }),
  agents: fc.array(agent, { minLength: 2, maxLength: 6, size: 'max' }),
  // what stands together happens at once
  acts: fc.array(fc.array(act, { minLength: 1, maxLength: 6, size: 'max' }), {
    minLength: 10,
    maxLength: isSoak ? 40 : 20,
    size: 'max',
  }),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

let admin: Actor;
let customer: Actor;
let team: string;
let topic: string;

beforeAll(async () => {
  await guardRouting();
  [admin, customer] = await Promise.all([addActor('admin'), addActor('customer')]);
  const plain = { members: [], routing: null, claims: null, keeps_skills: false };
  team = (await createTeam(admin, { name: 'Billing', ...plain })).id;
  const about = { names: { en: 'Invoices' }, team, skills: [], preferred_skills: [] };
  topic = (await createTopic(admin, about, 'en')).key;
});
afterAll(() => closePool());

async function clear(): Promise<void> {
  await sql.query('UPDATE person SET is_available = false');
  await sql.query('TRUNCATE event, outbound_mail, message, ticket, demand, routing_breach CASCADE');
}

async function hire(given: Schedule['agents'][number]): Promise<Actor> {
  const { capacity, capacity_calls: capacityCalls, capacity_total: capacityTotal } = given.limits;
  const { languages, isAvailable: available } = given;
  const limit = { capacity, capacityCalls, capacityTotal };
  const actor = await addActor('agent', { languages, available, email: null, ...limit });
  if (given.inTeam)
    await sql.query('INSERT INTO team_member (team_id, person_id) VALUES ($1, $2)', [team, actor.id]);
  return actor;
}

/** Workers of one run, of which any may be killed; another one is started in its place. */
class Crew {
  private readonly workers: TestProcess[] = [];
  /** Since when all of them run; null while one is missing. */
  completeSince: number | null = null;

  async start(many: number): Promise<void> {
    const started = await Promise.all(Array.from({ length: many }, () => startWorker(environment())));
    this.workers.push(...started);
    this.completeSince = Date.now();
  }

  async replace(which: number): Promise<void> {
    this.completeSince = null;
    const at = which % this.workers.length;
    await this.workers[at]!.kill('SIGKILL');
    this.workers[at] = await startWorker(environment());
    this.completeSince = Date.now();
  }

  end = () => Promise.all(this.workers.map((worker) => worker.kill('SIGKILL')));
}
const environment = () => testEnvironment({ SWEEP_SECONDS: '1', SMTP_URL: 'smtp://127.0.0.1:9' });

/** Looks all the time at what waits though it could be served; answers what waited for too long. */
function watchWaiting(crew: Crew): { end: () => Promise<string[]> } {
  const since = new Map<string, number>();
  const tooLong = new Set<string>();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const left = await leftWaiting();
      for (const id of since.keys()) if (!left.includes(id)) since.delete(id);
      const from = crew.completeSince;
      for (const id of left) {
        const began = Math.max(since.get(id) ?? Date.now(), from ?? Date.now());
        since.set(id, began);
        if (Date.now() - began > LONGEST_MS) tooLong.add(id);
      }
      await sleep(100);
    }
  })();
  return {
    async end() {
      isOver = true;
      await watching;
      return [...tooLong];
    },
  };
}

async function pick(
  from: string,
  which: number,
): Promise<{ id: string; version: number; holder: string | null } | null> {
  const { rows } = await sql.query<{ id: string; version: number; holder: string | null }>(
    `SELECT id, version, assignee_id AS holder FROM ticket WHERE ${from} ORDER BY id`,
  );
  return rows[which % Math.max(1, rows.length)] ?? null;
}

async function happen(one: Act, agents: Actor[], crew: Crew): Promise<unknown> {
  const who = (n: number) => agents[n % agents.length]!;
  switch (one.act) {
    case 'file': {
      const { channel, priority, languages, forTeam } = one;
      const about = forTeam ? { topic } : {};
      return fileTicket(admin, { customer: customer.id, channel, priority, languages, ...about });
    }
    case 'solve': {
      const ticket = await pick("status = 'ASSIGNED'", one.which);
      return ticket && changeStatus(agents.find(({ id }) => id === ticket.holder)!, ticket.id, 'RESOLVED');
    }
    case 'presence':
      return setPresence(who(one.who), { is_available: one.is });
    case 'limit':
      return editPerson(admin, who(one.who).id, one.limits);
    case 'learn':
      return editPerson(admin, who(one.who).id, { languages: one.languages });
    case 'restrict': {
      const ticket = await pick("status = 'OPEN'", one.which);
      return ticket && editTicket(admin, ticket.id, { version: ticket.version, languages: one.languages });
    }
    case 'kill':
      return crew.replace(one.which);
    // as a worker would at this very moment, beside those that run
    case 'route':
      return Promise.all(Array.from({ length: one.atOnce }, () => routeWaiting()));
    case 'pause':
      return sleep(one.ms);
  }
}

/** Somebody else was there before: that is an answer, not a fault. */
const raced = (error: unknown) => {
  if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
};

async function play({ workers, agents: hired, acts }: Schedule): Promise<void> {
  await clear();
  const agents = await Promise.all(hired.map(hire));
  const crew = new Crew();
  try {
    await crew.start(workers);
    const waiting = watchWaiting(crew);
    let kills = 0;
    for (const together of acts) {
      // a new worker takes a second to start, and two may not take the place of the same one at once
      const [kill] = together.filter(({ act }) => act === 'kill' && (isSoak || kills < 2));
      if (kill) kills += 1;
      const atOnce = together.filter((one) => one.act !== 'kill' || one === kill);
      await Promise.all(atOnce.map((one) => happen(one, agents, crew).catch(raced)));
    }
    await expect.poll(leftWaiting, { timeout: LONGEST_MS, interval: 50 }).toEqual([]);
    expect(await waiting.end(), 'waited too long').toEqual([]);
    expect(await breaches()).toEqual([]);
    expect(await brokenHands()).toEqual([]);
    expect(await outOfOrder(2)).toEqual([]);
    expect(await brokenNumbering()).toEqual([]);
  } finally {
    await crew.end();
  }
}

it(
  'random schedules, with workers that are killed',
  async () => {
    await fc.assert(fc.asyncProperty(schedule, play), {
      endOnFailure: true,
      ...(isSoak
        ? { numRuns: 100_000, interruptAfterTimeLimit: soakSeconds * 1_000 }
        : { numRuns: 2, seed: 20_261_121 }),
    });
  },
  (soakSeconds + 120) * 1_000,
);

it('50 agents who come within a second drain 2,000 waiting tickets, nobody beyond a limit', async () => {
  await clear();
  const agents = await Promise.all(
    Array.from({ length: 50 }, () => addActor('agent', { capacity: 40, email: null })),
  );
  await fileWaiting(customer, 2_000);
  const crew = new Crew();
  try {
    await crew.start(2);
    await Promise.all(
      agents.map(async (one, n) => {
        await sleep(n * 20);
        await setPresence(one, { is_available: true });
      }),
    );
    const left = async () =>
      (await sql.query<{ n: number }>('SELECT count(*)::int AS n FROM ticket WHERE assignee_id IS NULL'))
        .rows[0]!.n;
    await expect.poll(left, { timeout: 60_000, interval: 50 }).toBe(0);
    expect(await overloadedAgents()).toEqual([]);
    expect(await breaches()).toEqual([]);
    expect(await brokenHands()).toEqual([]);
    expect(await brokenNumbering()).toEqual([]);
  } finally {
    await crew.end();
  }
}, 90_000);
