import type { Figure } from './figure';
import { client, type House, percentile, sleep } from './house';
import { makePeople } from './people';

const AGENTS = 20;
const BACKLOG = 2_000;
const PER_SECOND = 50;
const STEADY = 500;

/** Created → assigned with 20 agents: a backlog of 2,000 drained, then 50 a second. Aims: ≥ 300/s, p95 ≤ 250 ms. */
export async function benchRouting(house: House): Promise<Figure[]> {
  // what the measurements before left waiting would be drained as well
  await house.pool.query(`UPDATE ticket SET is_held = true WHERE status = 'OPEN'`);
  const [customer] = await makePeople(house.pool, 'customer', 1);
  const http = client(house.url, 16);
  const input = { subject: 'Route me', description: 'please' };
  const create = () => http.send('POST', '/api/tickets/', customer!.token, input);
  for (let n = 0; n < BACKLOG; n += 16)
    await Promise.all(Array.from({ length: Math.min(16, BACKLOG - n) }, create));
  await sleep(2_000);
  const agents = await makePeople(house.pool, 'agent', AGENTS, { capacity: 1000 });
  const began = performance.now();
  for (const { token } of agents)
    await http.send('PATCH', '/api/me/availability/', token, { is_available: true });
  await untilAssigned(house);
  const drained = BACKLOG / ((performance.now() - began) / 1_000);
  const steady = await steadyDelays(house, create);
  http.close();
  return [
    { name: `backlog of ${BACKLOG} assigned`, value: drained, unit: '/s', aim: { least: 300 } },
    { name: `created → assigned at ${PER_SECOND}/s, p50`, value: percentile(steady, 0.5), unit: 'ms' },
    {
      name: `created → assigned at ${PER_SECOND}/s, p95`,
      value: percentile(steady, 0.95),
      unit: 'ms',
      aim: { most: 250 },
    },
  ];
}

async function untilAssigned(house: House): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(20)) {
    const { rowCount } = await house.pool.query(
      `SELECT 1 FROM ticket WHERE assignee_id IS NULL AND status = 'OPEN' AND NOT is_held LIMIT 1`,
    );
    if (rowCount === 0) return;
  }
  throw new Error('the backlog was not drained within two minutes');
}

/**
 * Milliseconds from sending each ticket to the commit of its assignment, `PER_SECOND` of them sent whether or not the
 * ones before have arrived; what is under way is looked at every 5 ms.
 */
async function steadyDelays(house: House, create: () => Promise<{ body: string }>): Promise<number[]> {
  const delays: number[] = [];
  const sent = new Map<string, number>();
  const began = performance.now();
  const file = async (n: number) => {
    await sleep(Math.max(0, began + (n * 1_000) / PER_SECOND - performance.now()));
    const at = performance.now();
    sent.set((JSON.parse((await create()).body) as { id: string }).id, at);
  };
  const filing = Promise.all(Array.from({ length: STEADY }, (_, n) => file(n)));
  for (const until = began + 60_000; delays.length < STEADY && performance.now() < until; await sleep(5)) {
    const { rows } = await house.pool.query<{ id: string }>(
      'SELECT id FROM ticket WHERE id = ANY($1::uuid[]) AND assignee_id IS NOT NULL',
      [[...sent.keys()]],
    );
    for (const { id } of rows) {
      delays.push(performance.now() - sent.get(id)!);
      sent.delete(id);
    }
  }
  await filing;
  if (delays.length < STEADY)
    throw new Error(`${STEADY - delays.length} tickets were not assigned within a minute`);
  return delays;
}
