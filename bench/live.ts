import type { TicketDto } from '@/lib/schemas/ticket';
import type { Figure } from './figure';
import { client, type House, megabytes, percentile, sleep } from './house';
import { makePeople } from './people';
import { connectAll } from './sockets';

const SOCKETS = 1_000;
const MESSAGES = 300;
const PER_SECOND = 20;

/** Message posted → seen by the other side, with 1,000 sockets connected. Aim: p95 ≤ 50 ms. */
export async function benchLive(house: House): Promise<Figure[]> {
  const customers = await makePeople(house.pool, 'customer', SOCKETS);
  const http = client(house.url, 8);
  const sockets = await connectAll(
    house.url,
    customers.map((customer) => customer.token),
  );
  const pairs = await Promise.all(
    customers.slice(0, 20).map(async (customer, index) => {
      const input = { subject: 'Live', description: 'Hello' };
      const created = await http.send('POST', '/api/tickets/', customer.token, input);
      const ticket = JSON.parse(created.body) as TicketDto;
      await sockets[index]!.emitWithAck('ticket:join', { ticket_id: ticket.id });
      return { ticket, socket: sockets[index]! };
    }),
  );
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const delays: number[] = [];
  for (let n = 0; n < MESSAGES; n++) {
    const { ticket, socket } = pairs[n % pairs.length]!;
    const began = performance.now();
    const body = `message ${n}`;
    const seen = new Promise<void>((resolve) => {
      const listen = (event: { data: { message?: { body: string } } }) => {
        if (event.data.message?.body !== body) return;
        delays.push(performance.now() - began);
        socket.off('event', listen);
        resolve();
      };
      socket.on('event', listen);
    });
    await http.send('POST', `/api/tickets/${ticket.id}/messages/`, admin!.token, { body });
    await Promise.race([seen, sleep(5_000)]);
    await sleep(Math.max(0, 1_000 / PER_SECOND - (performance.now() - began)));
  }
  const memory = { web: megabytes(house.web.pid), worker: megabytes(house.worker.pid) };
  for (const socket of sockets) socket.disconnect();
  http.close();
  if (delays.length < MESSAGES) throw new Error(`${MESSAGES - delays.length} of ${MESSAGES} were not seen`);
  const name = `message → seen, ${SOCKETS} sockets`;
  return [
    { name: `${name}, p50`, value: percentile(delays, 0.5), unit: 'ms' },
    { name: `${name}, p95`, value: percentile(delays, 0.95), unit: 'ms', aim: { most: 50 } },
    { name: `web process, ${SOCKETS} sockets`, value: memory.web, unit: 'MB' },
    { name: `worker process, ${SOCKETS} sockets`, value: memory.worker, unit: 'MB' },
  ];
}
