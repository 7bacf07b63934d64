import { insertTicket } from '@/lib/commands/steps/insert-ticket';
import type { Tx } from '@/lib/db/transaction';
import type { Figure } from './figure';
import { client, type House, perSecond } from './house';
import { makePeople } from './people';

const CONNECTIONS = 16;
const SECONDS = 2;
const ROUNDS = 4;

/** POST /api/tickets/ on 16 connections, against the same statements by a bare `pg` client. Aim: half. */
export async function benchCreate(house: House): Promise<Figure[]> {
  const customers = await makePeople(house.pool, 'customer', CONNECTIONS);
  const http = client(house.url, CONNECTIONS);
  const overHttp = async (lane: number) => {
    const input = { subject: 'Printer not working', description: 'It shows error code 123.' };
    const { status, body } = await http.send('POST', '/api/tickets/', customers[lane]!.token, input);
    if (status !== 201) throw new Error(`${status} ${body}`);
  };
  const bare = async (lane: number) => {
    const connection = await house.pool.connect();
    try {
      const tx: Tx = { query: (text, values) => connection.query(text, values), afterCommit: () => {} };
      await connection.query('BEGIN');
      const customer = customers[lane]!.actor;
      const ticket = {
        subject: 'Printer not working',
        body: 'It shows error code 123.',
        priority: 1,
        channel: 'API' as const,
      };
      const rest = { topic: null, languages: [], customerId: customer.id };
      await insertTicket(tx, customer, { ...ticket, ...rest });
      await connection.query('COMMIT');
    } finally {
      connection.release();
    }
  };
  await perSecond(CONNECTIONS, 2, overHttp);
  // in turn, since the worker is busy all the while with what both of them made
  let api = 0;
  let limit = 0;
  for (let round = 0; round < ROUNDS; round++) {
    api += (await perSecond(CONNECTIONS, SECONDS, overHttp)) / ROUNDS;
    limit += (await perSecond(CONNECTIONS, SECONDS, bare)) / ROUNDS;
  }
  http.close();
  return [{ name: 'POST /api/tickets/', value: api, unit: '/s', bare: limit, aim: { leastRatio: 0.5 } }];
}
