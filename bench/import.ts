import { newId } from '@/lib/clock';
import type { ImportDto } from '@/lib/schemas/import';
import type { Figure } from './figure';
import { type House, megabytes, sleep } from './house';
import { makePeople } from './people';

const ROWS = 100_000;
const PART = 5_000;
const CUSTOMERS = 10_000;
const TEXT = 'I paid my loan before the due date and it still says that I owe you the money, what can I do? ';

/** A message every minute, of customers in turn; as a stream, so that the bench holds no file either. */
function file(): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let n = 0;
  return new ReadableStream({
    pull(controller) {
      if (n === ROWS) return controller.close();
      let text = n === 0 ? 'customer,time,body\n' : '';
      for (const end = n + PART; n < end; n++) {
        const at = new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString();
        text += `${(n * 7_919) % CUSTOMERS},${at},"${TEXT}${n}"\n`;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}

/** CSV in: rows a second from upload to end, memory of both processes before and at its highest. Out: rows a second. */
export async function benchImport(house: House): Promise<Figure[]> {
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const token = admin!.token;
  const call = async (method: string, path: string, body?: ReadableStream): Promise<ImportDto> => {
    const answer = await fetch(`${house.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': body ? 'text/csv' : 'application/json' },
      ...(body ? { body, duplex: 'half' } : {}),
    } as RequestInit);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as ImportDto;
  };
  const rss = () => [megabytes(house.web.pid), megabytes(house.worker.pid)] as const;
  const before = rss();
  const most = [...before];
  const began = performance.now();
  const { id } = await call('POST', `/imports/?name=${newId()}.csv`, file());
  await call('POST', `/imports/${id}/start/`);
  let state: ImportDto;
  do {
    await sleep(250);
    state = await call('GET', `/imports/${id}/`);
    for (const [at, now] of rss().entries()) most[at] = Math.max(most[at]!, now);
  } while (state.state !== 'done' && state.state !== 'failed');
  const rows = state.counts.imported / ((performance.now() - began) / 1_000);
  return [
    { name: `import of ${ROWS.toLocaleString('en')} rows`, value: rows, unit: '/s', aim: { least: 5_000 } },
    { name: 'import: web process grew by', value: most[0]! - before[0], unit: 'MB' },
    { name: 'import: worker process grew by', value: most[1]! - before[1], unit: 'MB' },
    ...(await exported(house, token)),
  ];
}

/** Reads all tickets as CSV and throws them away. */
async function exported(house: House, token: string): Promise<Figure[]> {
  const before = megabytes(house.web.pid);
  let most = before;
  const began = performance.now();
  const answer = await fetch(`${house.url}/api/tickets/export.csv`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let rows = -1;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of part) if (byte === 10) rows += 1;
    most = Math.max(most, megabytes(house.web.pid));
  }
  const perSecond = rows / ((performance.now() - began) / 1_000);
  return [
    { name: `export of ${rows.toLocaleString('en')} tickets`, value: perSecond, unit: '/s' },
    { name: 'export: web process grew by', value: most - before, unit: 'MB', aim: { most: 100 } },
  ];
}
