import type { Figure } from './figure';
import { client, type House, percentile, sleep } from './house';
import { makePeople } from './people';

const AGENTS = 20;
const BACKLOG = 2_000;
const STEADY = 150;

/** Created → assigned with 20 agents: a backlog of 2,000 drained, then 10 a second. Aims: ≥ 300/s, p95 ≤ 100 ms. */
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
    { name: 'created → assigned at 10/s, p50', value: percentile(steady, 0.5), unit: 'ms' },
    {
      name: 'created → assigned at 10/s, p95',
      value: percentile(steady, 0.95),
      unit: 'ms',
      aim: { most: 100 },
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

/** Milliseconds from the commit of each ticket, as we see it, to the commit of its assignment, watched every 2 ms. */
async function steadyDelays(house: House, create: () => Promise<{ body: string }>): Promise<number[]> {
  const delays: number[] = [];
  for (let n = 0; n < STEADY; n++) {
    const sent = performance.now();
    const { id } = JSON.parse((await create()).body) as { id: string };
    const until = sent + 5_000;
    while (performance.now() < until) {
      const { rows } = await house.pool.query('SELECT assignee_id FROM ticket WHERE id = $1', [id]);
      if (rows[0]?.assignee_id) break;
      await sleep(2);
    }
    delays.push(performance.now() - sent);
    await sleep(Math.max(0, 100 - (performance.now() - sent)));
  }
  return delays;
}
