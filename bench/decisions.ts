import { routeWaiting } from '@/lib/commands/route-waiting';
import { closePool } from '@/lib/db/pool';
import type { Figure } from './figure';
import { fillQueue } from './fill-queue';
import { type House, percentile } from './house';

const WAITING = 50_000;
const DRAINED = 1_000;
const SINGLE = 60;

/**
 * What routing costs as a house grows: decisions a second while 1,000 places are filled, and one decision when a
 * single place comes free, with few agents and little waiting and with many of both. Aims: ≥ 300/s with 200 agents;
 * one decision at 2,000 agents and 50,000 waiting ≤ 3 × one at 20 and 500.
 */
export async function benchDecisions(house: House): Promise<Figure[]> {
  await house.worker.stop();
  const figures: Figure[] = [];
  for (const agents of [20, 200, 2_000]) {
    await fillQueue(house.pool, { agents, waiting: WAITING, capacity: Math.ceil(DRAINED / agents) });
    const began = performance.now();
    const given = await routeWaiting();
    const value = given / ((performance.now() - began) / 1_000);
    const name = `decisions, ${agents} agents, ${WAITING} waiting`;
    figures.push({ name, value, unit: '/s', ...(agents === 200 ? { aim: { least: 300 } } : {}) });
  }
  const large = await single(house);
  await fillQueue(house.pool, { agents: 20, waiting: 500, capacity: 4 });
  await routeWaiting();
  const small = await single(house);
  await closePool();
  return [
    ...figures,
    { name: 'one decision, 20 agents, 500 waiting, p50', value: small, unit: 'ms' },
    {
      name: `one decision, 2000 agents, ${WAITING} waiting, p50`,
      value: large,
      unit: 'ms',
      bare: small,
      aim: { mostRatio: 3 },
    },
  ];
}

/** Milliseconds until one free place is taken, all others being full. */
async function single({ pool }: House): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < SINGLE; n++) {
    await pool.query(
      `UPDATE ticket SET status = 'RESOLVED' WHERE id = (SELECT id FROM ticket WHERE status = 'ASSIGNED' ORDER BY id LIMIT 1)`,
    );
    const began = performance.now();
    await routeWaiting();
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}
