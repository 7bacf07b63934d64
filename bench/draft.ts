import type { TicketDto } from '@/lib/schemas/ticket';
import { startFakeGemini } from '@/tests/fake-gemini';
import { startWeb, startWorker } from '@/tests/processes';
import type { Figure } from './figure';
import { client, type House, percentile, SECRET } from './house';
import { makePeople } from './people';

const DRAFTS = 60;

/**
 * A draft asked for → answered, beside the time that the model itself took (a local server that answers at once).
 * With processes of its own, since the house has no key; the database is the house's. Aim: 50 ms beyond the model.
 */
export async function benchDraft(house: House): Promise<Figure[]> {
  const fake = await startFakeGemini();
  const environment = {
    DATABASE_URL: house.databaseUrl,
    AUTH_SECRET: SECRET,
    RATE_LIMIT_SCALE: '100000',
    LOG_LEVEL: 'error',
    GEMINI_API_KEY: 'bench',
    GEMINI_BASE_URL: fake.url,
  };
  // the house's own worker has no key and would take the jobs
  await house.worker.stop();
  const web = await startWeb(environment);
  const worker = await startWorker(environment);
  try {
    const agents = await makePeople(house.pool, 'agent', Math.ceil(DRAFTS / 15));
    const [customer] = await makePeople(house.pool, 'customer', 1);
    const http = client(web.url, 4);
    const filed = await http.send('POST', '/api/tickets/', customer!.token, {
      subject: 'Printer not working',
      description: 'My printer shows error 123 and prints nothing any more. What shall I do?',
    });
    const ticket = JSON.parse(filed.body) as TicketDto;
    const ask = async (n: number) => {
      const token = agents[n % agents.length]!.token;
      const began = performance.now();
      const { status, body } = await http.send('POST', `/api/tickets/${ticket.id}/ai-draft/`, token, {});
      if (status !== 200) throw new Error(`${status} ${body}`);
      return performance.now() - began - (fake.requests.at(-1)?.milliseconds ?? 0);
    };
    // the first one loads what a worker knows of languages
    for (let n = 0; n < 5; n++) await ask(n);
    const beyond: number[] = [];
    for (let n = 0; n < DRAFTS - 5; n++) beyond.push(await ask(n));
    http.close();
    const name = 'draft, beyond the model’s own time';
    return [
      { name: `${name}, p50`, value: percentile(beyond, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(beyond, 0.95), unit: 'ms', aim: { most: 50 } },
    ];
  } finally {
    await Promise.all([web.stop(), worker.stop()]);
    await fake.close();
  }
}
