import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listTicketsSql } from '@/lib/queries/list-tickets';
import { listTicketsQuery } from '@/lib/schemas/list-tickets';
import type { Figure } from './figure';
import { fillTickets } from './fill-tickets';
import { client, type House, perSecond } from './house';
import { makePeople } from './people';

const ROWS = 100_000;
const CONNECTIONS = 16;
const SECONDS = 6;

/** GET /api/tickets/, 50 rows of 100,000, against the same SQL behind a bare Node server. Aim: half. */
export async function benchList(house: House): Promise<Figure[]> {
  await fillTickets(house.pool, ROWS);
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const { text, values } = listTicketsSql(admin!.actor, listTicketsQuery.parse({}));
  const server = createServer((_, res) => {
    house.pool.query(text, values).then(
      ({ rows }) => res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
      (error: Error) => res.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const measure = async (base: string) => {
    const http = client(base, CONNECTIONS);
    const get = async () => {
      const { status, body } = await http.send('GET', '/api/tickets/', admin!.token);
      if (status !== 200 || body.length < 10_000) throw new Error(`${status} ${body.slice(0, 200)}`);
    };
    await perSecond(CONNECTIONS, 1, get);
    const rate = await perSecond(CONNECTIONS, SECONDS, get);
    http.close();
    return rate;
  };
  const api = await measure(house.url);
  const limit = await measure(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  const name = `GET /api/tickets/, 50 of ${ROWS.toLocaleString('en')}`;
  return [{ name, value: api, unit: '/s', bare: limit, aim: { leastRatio: 0.5 } }];
}
