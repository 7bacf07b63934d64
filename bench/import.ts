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

/**
 * CSV in: rows a second from the first byte of the upload until all of them are stored, the worker's memory at the end
 * beside that at a tenth of the rows, and how much later they are all found by search and counted by the reports.
 * CSV out: rows a second.
 */
export async function benchImport(house: House): Promise<Figure[]> {
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const token = admin!.token;
  const { perSecond, worker } = await imported(house, token);
  const settled = await settle(house);
  const name = `import of ${ROWS.toLocaleString('en')} rows`;
  return [
    { name, value: perSecond, unit: '/s', aim: { least: 5_000 } },
    {
      name: `${name}: worker’s memory at the end, beside that at a tenth`,
      value: worker.end,
      unit: 'MB',
      bare: worker.early,
      aim: { mostRatio: 1.1 },
    },
    { name: `${name}: found by search, later`, value: settled.found * 1_000, unit: 'ms' },
    { name: `${name}: counted by reports, later`, value: settled.counted * 1_000, unit: 'ms' },
    ...(await exported(house, token)),
  ];
}

async function imported(house: House, token: string) {
  const call = async (method: string, path: string, body?: ReadableStream): Promise<ImportDto> => {
    const answer = await fetch(`${house.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': body ? 'text/csv' : 'application/json' },
      ...(body ? { body, duplex: 'half' } : {}),
    } as RequestInit);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as ImportDto;
  };
  const worker = { early: Number.NaN, end: Number.NaN };
  const began = performance.now();
  const { id } = await call('POST', `/imports/?name=${newId()}.csv`, file());
  await call('POST', `/imports/${id}/start/`);
  let state: ImportDto;
  do {
    await sleep(100);
    state = await call('GET', `/imports/${id}/`);
    worker.end = megabytes(house.worker.pid);
    if (Number.isNaN(worker.early) && state.counts.imported >= ROWS / 10) worker.early = worker.end;
  } while (state.state !== 'done' && state.state !== 'failed');
  const { imported } = state.counts;
  if (imported !== ROWS) throw new Error(`${imported} of ${ROWS} rows: ${state.state}`);
  return { perSecond: ROWS / ((performance.now() - began) / 1_000), worker };
}

/** Seconds until search has read every ticket, and reports have counted it. */
async function settle(house: House): Promise<{ found: number; counted: number }> {
  const began = performance.now();
  const seconds = { found: Number.NaN, counted: Number.NaN };
  const left = {
    found: 'SELECT 1 FROM ticket WHERE indexed_seq < text_seq LIMIT 1',
    counted:
      'SELECT 1 FROM ticket t LEFT JOIN ticket_fact f ON f.ticket_id = t.id WHERE f.seq IS DISTINCT FROM t.last_seq LIMIT 1',
  };
  while (Number.isNaN(seconds.found) || Number.isNaN(seconds.counted)) {
    await sleep(250);
    for (const what of ['found', 'counted'] as const)
      if (Number.isNaN(seconds[what]) && (await house.pool.query(left[what])).rowCount === 0)
        seconds[what] = (performance.now() - began) / 1_000;
  }
  return seconds;
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
