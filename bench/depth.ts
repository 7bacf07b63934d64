import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listTicketsSql } from '@/lib/queries/list-tickets';
import { listTicketsQuery } from '@/lib/schemas/list-tickets';
import type { Figure } from './figure';
import { fillTickets } from './fill-tickets';
import { client, type House, percentile } from './house';
import { makePeople } from './people';

const ROWS = 1_000_000;
const PAGE = 1_000;
const TIMES = 300;

/**
 * One request at a time: the first page of a million tickets, and the thousandth, read on to as a client does, each
 * against its SQL behind a bare Node server. Aim: a page takes 5 ms at any depth.
 */
export async function benchDepth(house: House): Promise<Figure[]> {
  await fillTickets(house.pool, ROWS);
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const actor = admin!.actor;
  const api = client(house.url, 1);
  const read = async (cursor: string | null) => {
    const began = performance.now();
    const target = `/api/tickets/${cursor ? `?cursor=${cursor}` : ''}`;
    const { status, body } = await api.send('GET', target, admin!.token);
    const milliseconds = performance.now() - began;
    if (status !== 200) throw new Error(`${status} ${body.slice(0, 200)}`);
    return { milliseconds, next: (JSON.parse(body) as { next: string }).next };
  };
  let deep = (await read(null)).next;
  for (let page = 2; page < PAGE; page++) deep = (await read(deep)).next;

  const figures: Figure[] = [];
  for (const [name, cursor] of [
    ['first page', null],
    [`page ${PAGE.toLocaleString('en')}`, deep],
  ] as const) {
    const times = await series(async () => (await read(cursor)).milliseconds);
    const query = listTicketsQuery.parse(cursor ? { cursor } : {});
    const bare = await bareTimes(house, admin!.token, listTicketsSql(actor, query));
    const label = `GET /api/tickets/, ${name} of ${ROWS.toLocaleString('en')}`;
    figures.push(
      {
        name: `${label}, p50`,
        value: percentile(times, 0.5),
        unit: 'ms',
        bare: percentile(bare, 0.5),
        aim: { most: 5 },
      },
      { name: `${label}, p95`, value: percentile(times, 0.95), unit: 'ms', bare: percentile(bare, 0.95) },
    );
  }
  api.close();
  return figures;
}

/** The times of {@link TIMES} requests, after as many again that warm up. */
async function series(one: () => Promise<number>): Promise<number[]> {
  for (let n = 0; n < TIMES; n++) await one();
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) times.push(await one());
  return times;
}

async function bareTimes(
  house: House,
  token: string,
  { text, values }: { text: string; values: unknown[] },
): Promise<number[]> {
  const server = createServer((_, res) => {
    house.pool.query(text, values).then(
      ({ rows }) => res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
      (error: Error) => res.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http = client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1);
  const times = await series(async () => {
    const began = performance.now();
    const { status, body } = await http.send('GET', '/', token);
    if (status !== 200) throw new Error(`${status} ${body.slice(0, 200)}`);
    return performance.now() - began;
  });
  http.close();
  server.close();
  return times;
}
