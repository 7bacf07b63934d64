import { signatureOf } from '@/lib/channels/email/webhook-signature';
import type { MailboxDto, MailboxKeyDto } from '@/lib/schemas/email-channel';
import { startScriptedSmtp } from '@/tests/scripted-smtp';
import type { Figure } from './figure';
import { client, type House, percentile, sleep } from './house';
import { makePeople } from './people';

const NORMAL = 300;
const MIXED = { normal: 100, heavy: 20 };
const ANSWERS = 300;
/** How long the server that takes our mails thinks about each. */
const SINK_MS = 50;
const HANDS = 8;

/** Mail in until its ticket can be seen, alone and beside heavy mails; and mail out by a mailbox's own server. */
export async function benchMail(house: House): Promise<Figure[]> {
  const [admin] = await makePeople(house.pool, 'admin', 1);
  const http = client(house.url, HANDS);
  const ask = async <T>(method: string, path: string, body?: unknown) =>
    JSON.parse((await http.send(method, path, admin!.token, body)).body) as T;
  const mailbox = await ask<MailboxDto>('POST', '/api/channels/email/', { address: 'bench@house.test' });
  const { key } = await ask<MailboxKeyDto>('GET', `/api/channels/email/${mailbox.id}/key/`);
  const hand = (raw: string) => handIn(`${house.url}/api/channels/email/${mailbox.id}/`, key, raw);

  const alone = await settled(
    house,
    'alone',
    Array.from({ length: NORMAL }, () => normal),
    hand,
  );
  const bare = await settled(
    house,
    'bare',
    Array.from({ length: MIXED.normal }, () => normal),
    hand,
  );
  const each = MIXED.normal / MIXED.heavy;
  const mixed = Array.from({ length: MIXED.normal + MIXED.heavy }, (_, n) =>
    n % (each + 1) === 0 ? heavy : normal,
  );
  const beside = await settled(house, 'beside', mixed, hand);

  const sink = await startScriptedSmtp();
  sink.script.push(
    ...Array.from({ length: 2 * ANSWERS }, () => ({ at: 'slow', milliseconds: SINK_MS }) as const),
  );
  const smtp = { host: '127.0.0.1', port: Number(new URL(sink.url).port), security: 'none' };
  await ask('PATCH', `/api/channels/email/${mailbox.id}/`, { smtp });
  const perHour = await answered(house, (id) =>
    http.send('POST', `/api/tickets/${id}/messages/`, admin!.token, { body: 'Done.' }),
  );
  await sink.stop();
  http.close();
  return [
    { name: `mail in → ticket, ${NORMAL} mails`, value: alone.perSecond, unit: '/s', aim: { least: 10 } },
    { name: `mail in → ticket, p95, ${HANDS} at once`, value: alone.p95, unit: 'ms' },
    {
      ...{ name: `${MIXED.normal} beside ${MIXED.heavy} heavy ones, p95`, value: beside.p95, unit: 'ms' },
      ...{ bare: bare.p95, aim: { mostRatio: 1.5 } },
    },
    { name: `mail out per hour, server of ${SINK_MS} ms`, value: perHour, unit: '×', aim: { least: 10_000 } },
  ];
}

type Make = (subject: string, n: number) => string;

const head = (subject: string, n: number, type: string) =>
  [
    `From: Customer ${n} <${subject}${n}@bench.test>`,
    `Subject: ${subject} ${n}`,
    `Message-ID: <${subject}.${n}@bench.test>`,
    `Content-Type: ${type}`,
  ].join('\r\n');

const normal: Make = (subject, n) =>
  `${head(subject, n, 'text/plain; charset=utf-8')}\r\n\r\nThe printer in room ${n} shows E-50 since this morning.\r\n`;

/** Five megabytes of file, and HTML that takes its time. */
const heavy: Make = (subject, n) => {
  const file = Buffer.alloc(5 * 2 ** 20, n)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');
  const html = `${'<div>'.repeat(8_000)}It is deep.${'</div>'.repeat(8_000)}`;
  return [
    head(`heavy-${subject}`, n, 'multipart/mixed; boundary=b'),
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b',
    'Content-Type: application/octet-stream; name=scan.bin',
    'Content-Transfer-Encoding: base64',
    '',
    file,
    '--b--',
    '',
  ].join('\r\n');
};

async function handIn(url: string, key: string, raw: string): Promise<void> {
  const body = Buffer.from(raw);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const headers = {
    'content-type': 'message/rfc822',
    'x-switchboard-timestamp': timestamp,
    'x-switchboard-signature': signatureOf(key, timestamp, body),
  };
  const { status } = await fetch(url, { method: 'POST', headers, body });
  if (status !== 202) throw new Error(`handing in a mail: ${status}`);
}

/** Hands mails in, and waits until all have ended; the normal ones' time from the door to their ticket. */
async function settled(house: House, subject: string, mails: Make[], hand: (raw: string) => Promise<void>) {
  const queue = mails.map((make, n) => make(subject, n));
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let raw = queue.pop(); raw !== undefined; raw = queue.pop()) await hand(raw);
    }),
  );
  const rows = await until(async () => {
    const { rows } = await house.pool.query<{ received_at: Date; settled_at: Date; subject: string }>(
      'SELECT received_at, settled_at, subject FROM inbound_mail WHERE settled_at IS NOT NULL AND subject LIKE $1',
      [`%${subject} %`],
    );
    return rows.length === mails.length ? rows : null;
  });
  const times = rows.map((row) => ({ ...row, took: row.settled_at.getTime() - row.received_at.getTime() }));
  const first = Math.min(...rows.map(({ received_at }) => received_at.getTime()));
  const last = Math.max(...rows.map(({ settled_at }) => settled_at.getTime()));
  const own = times.filter((row) => row.subject.startsWith(subject)).map(({ took }) => took);
  return { perSecond: rows.length / ((last - first) / 1_000), p95: percentile(own, 0.95) };
}

/** Answers tickets, and counts how fast the mails of it leave, up to the hour. */
async function answered(house: House, answer: (ticketId: string) => Promise<unknown>): Promise<number> {
  const { rows } = await house.pool.query<{ id: string }>(
    "SELECT ticket_id AS id FROM inbound_mail WHERE state = 'created' ORDER BY id LIMIT $1",
    [ANSWERS],
  );
  const queue = rows.map(({ id }) => id);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) await answer(id);
    }),
  );
  await until(async () => {
    const { rows: sent } = await house.pool.query(
      "SELECT 1 FROM outbound_mail WHERE template = 'reply' AND state = 'sent'",
    );
    return sent.length >= rows.length ? true : null;
  });
  return (rows.length / (performance.now() - began)) * 3_600_000;
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 1_200; tries++) {
    const found = await look();
    if (found !== null) return found;
    await sleep(100);
  }
  throw new Error('not all mails ended within two minutes');
}
