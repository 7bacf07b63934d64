import type { Figure } from './figure';
import { fillQueue } from './fill-queue';
import { client, type House, percentile } from './house';
import { makePeople } from './people';

const AGENTS = 20;
const SECONDS = 8;
const MOST = 15;

/**
 * Tickets that 20 agents take and finish over HTTP in a second, 15 at a time, beside the bare limit: the same number
 * of connections that take 15 rows with SKIP LOCKED and finish them. Aims: ≥ 5,000/s, ≥ 0.4 of bare, p99 ≤ 250 ms.
 */
export async function benchClaims(house: House): Promise<Figure[]> {
  await fillQueue(house.pool, { agents: 0, waiting: 120_000, capacity: 4, languages: [] });
  const bare = await bareClaims(house);
  const agents = await makePeople(house.pool, 'agent', AGENTS);
  const http = client(house.url, AGENTS);
  const times: number[] = [];
  let done = 0;
  const until = performance.now() + SECONDS * 1_000;
  await Promise.all(
    agents.map(async ({ token }) => {
      while (performance.now() < until) {
        const began = performance.now();
        const claim = await http.send('POST', '/api/tickets/fetch_tickets/', token, {});
        times.push(performance.now() - began);
        const ids = (JSON.parse(claim.body) as { results: { id: string }[] }).results.map(({ id }) => id);
        if (ids.length === 0) throw new Error(`the queue ran empty: ${claim.status}`);
        await http.send('POST', '/api/tickets/sell_tickets/', token, { ticket_ids: ids });
        done += ids.length;
      }
    }),
  );
  http.close();
  return [
    {
      name: 'tickets claimed and finished by 20 agents',
      value: done / SECONDS,
      unit: '/s',
      bare,
      aim: { least: 5_000 },
    },
    {
      name: 'the same against bare SKIP LOCKED',
      value: done / SECONDS,
      unit: '/s',
      bare,
      aim: { leastRatio: 0.4 },
    },
    { name: 'a claim, p99', value: percentile(times, 0.99), unit: 'ms', aim: { most: 250 } },
  ];
}

/** Rows of a bare table of the same number, taken and finished in two statements each. */
async function bareClaims({ pool }: House): Promise<number> {
  await pool.query(
    `CREATE TABLE bare_claim AS SELECT make_uuid_v7() AS id, now() AS created_at, NULL::int AS holder, false AS done
     FROM generate_series(1, 200000)`,
  );
  await pool.query('CREATE INDEX ON bare_claim (created_at, id) WHERE holder IS NULL');
  await pool.query('ALTER TABLE bare_claim ADD PRIMARY KEY (id)');
  let done = 0;
  const until = performance.now() + SECONDS * 1_000;
  await Promise.all(
    Array.from({ length: AGENTS }, async (_, holder) => {
      while (performance.now() < until) {
        const { rows } = await pool.query<{ id: string }>(
          `UPDATE bare_claim SET holder = $1 WHERE id IN (
             SELECT id FROM bare_claim WHERE holder IS NULL ORDER BY created_at, id LIMIT ${MOST} FOR UPDATE SKIP LOCKED
           ) RETURNING id`,
          [holder],
        );
        await pool.query('UPDATE bare_claim SET done = true WHERE id = ANY($1::uuid[])', [
          rows.map(({ id }) => id),
        ]);
        done += rows.length;
      }
    }),
  );
  await pool.query('DROP TABLE bare_claim');
  return done / SECONDS;
}
