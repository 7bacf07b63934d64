import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { sql } from '@/lib/db/transaction';
import type { Line } from './world';

/** B01 to B19: what comes as the body of `POST /tickets/`, sent by a customer. */
const good = { subject: 'Printer', description: 'It smokes.' };
const family = '👨‍👩‍👧‍👦';
const path = '/tickets/';

const json = (id: string, what: string, body: unknown, status: number, more: Partial<Line> = {}): Line => ({
  ...{ id, what, path, json: body, status },
  ...(status === 422 ? { code: 'validation_failed' } : {}),
  ...more,
});
const raw = (
  id: string,
  what: string,
  body: Line['raw'] & {},
  status: number,
  more: Partial<Line> = {},
): Line => ({
  ...{ id, what, path, raw: body, status },
  ...more,
});
const bad = (id: string, what: string, body: string | Uint8Array): Line =>
  raw(id, what, body, 400, { code: 'bad_json' });
const media = (id: string, what: string, headers: Record<string, string>, body: string | Uint8Array) =>
  raw(id, what, body, 415, { headers, code: 'unsupported_media_type' });
/** The database holds the subject as it was sent. */
const stored = (subject: string): Partial<Line> => ({
  async check({ body }) {
    const { rows } = await sql.query('SELECT subject FROM ticket WHERE id = $1', [body.id]);
    expect(rows).toEqual([{ subject }]);
  },
});
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

export const bodies: Line[] = [
  json('B01', 'NUL in the subject', { ...good, subject: 'a\u0000b' }, 422, { fields: ['subject'] }),
  json('B01', 'NUL in the description', { ...good, description: '\u0000' }, 422, { fields: ['description'] }),
  json('B01', 'a line break in the subject', { ...good, subject: 'a\r\nBcc: b' }, 422, {
    fields: ['subject'],
  }),
  raw('B02', 'a lone surrogate', '{"subject":"a\\ud83c","description":"x"}', 201, stored('a\ufffd')),
  bad('B04', 'bytes that are no UTF-8', bytes('{"subject":"', [0xff, 0xfe], '","description":"x"}')),
  bad('B04', 'an overlong NUL', bytes('{"subject":"', [0xc0, 0x80], '","description":"x"}')),
  bad('B04', 'a byte order mark', bytes([0xef, 0xbb, 0xbf], JSON.stringify(good))),
  bad('B05', 'an empty body', ''),
  ...([null, [], 'x', 1, true] as const).map((body) =>
    json('B05', `the root ${JSON.stringify(body)}`, body, 422, { fields: [''] }),
  ),
  bad('B06', 'cut off', '{"subject":"x"'),
  bad('B06', 'cut off inside a character', Buffer.from('{"subject":"é"}').subarray(0, 13)),
  bad('B07', 'a trailing comma', '{"subject":"x","description":"y",}'),
  bad('B07', 'NaN', '{"subject":NaN,"description":"y"}'),
  bad('B07', 'a comment', '{"subject":"x"/* c */,"description":"y"}'),
  raw(
    'B07',
    'a key twice: the last one wins',
    '{"subject":"x","subject":"y","description":"z"}',
    201,
    stored('y'),
  ),
  media('B08', 'text/plain', { 'content-type': 'text/plain' }, JSON.stringify(good)),
  media('B08', 'no type', { 'content-type': '' }, JSON.stringify(good)),
  media('B09', 'UTF-16', { 'content-type': 'application/json; charset=utf-16' }, JSON.stringify(good)),
  media('B10', 'a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'subject=x&description=y'),
  media('B10', 'multipart', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'),
  media('B10', 'another JSON', { 'content-type': 'application/json-patch+json' }, '[]'),
  raw('B11', '100,000 nested arrays', '['.repeat(100_000), 400, { code: 'bad_json', within: 200 }),
  raw('B11', '100,000 nested arrays, closed', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 400, { within: 200 }),
  raw('B11', '100,000 nested objects', '{"a":'.repeat(100_000), 400, { code: 'bad_json', within: 200 }),
  raw('B12', '2 MB', 'x'.repeat(2 ** 21), 413, { code: 'too_large' }),
  raw('B12', '2 MB without a length', Array<Buffer>(32).fill(Buffer.alloc(2 ** 16, 'x')), 413, {
    code: 'too_large',
  }),
  raw('B12', 'a small body without a length', [Buffer.from(JSON.stringify(good))], 201),
  media(...(['B13', 'gzip', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(2 ** 22))] as const)),
  raw('B14', '__proto__', '{"subject":"x","description":"y","__proto__":{"role":"admin"}}', 422, {
    fields: ['__proto__'],
    check: () => expect(({} as { role?: string }).role).toBeUndefined(),
  }),
  json('B14', 'constructor', { ...good, constructor: { prototype: { role: 'admin' } } }, 422, {
    fields: ['constructor'],
  }),
  json('B14', 'toString and valueOf', { ...good, toString: 1, valueOf: 1 }, 422, {
    fields: ['toString', 'valueOf'],
  }),
  ...Object.entries({
    role: 'admin',
    customerId: 'x',
    assignedAgentId: 'x',
    assigned_agent: null,
    status: 'CLOSED',
    id: '0198f000-0000-7000-8000-000000000000',
    createdAt: '2026-01-01T00:00:00Z',
    version: 7,
    customer: 'dora@example.test',
    channel: 'CALL',
  }).map(([key, value]) =>
    json('B15', `${key} from a customer`, { ...good, [key]: value }, 422, { fields: [key] }),
  ),
  ...['', '   ', '\u200b', '\u3164', '\u2060\u00ad '].map((subject) =>
    json('B16', `the subject ${JSON.stringify(subject)}`, { ...good, subject }, 422, { fields: ['subject'] }),
  ),
  json('B16', 'no subject', { description: 'x' }, 422, { fields: ['subject'] }),
  json('B17', 'a subject of 1', { ...good, subject: 'x' }, 201, stored('x')),
  json('B17', 'a subject of 200', { ...good, subject: 'x'.repeat(200) }, 201, stored('x'.repeat(200))),
  json('B17', 'a subject of 201', { ...good, subject: 'x'.repeat(201) }, 422, { fields: ['subject'] }),
  json('B17', '28 families are 196', { ...good, subject: family.repeat(28) }, 201, stored(family.repeat(28))),
  json('B17', '200 families are 1400', { ...good, subject: family.repeat(200) }, 422, {
    fields: ['subject'],
  }),
  json('B18', 'a text of 50,000', { ...good, description: '🙂'.repeat(50_000) }, 201),
  json('B18', 'a text of 50,001', { ...good, description: 'x'.repeat(50_001) }, 422, {
    fields: ['description'],
  }),
  ...['medium', 'URGENT!!', 5, null, ['HIGH'], { set: 'HIGH' }, 'URGENT'].map((priority) =>
    json('B19', `the priority ${JSON.stringify(priority)}`, { ...good, priority }, 422, {
      fields: ['priority'],
    }),
  ),
  json('B19', 'languages that are none', { ...good, languages: ['EN', 'xx', '../etc'] }, 422),
  json('B19', 'languages as a text', { ...good, languages: 'en' }, 422, { fields: ['languages'] }),
  json('B19', '21 languages', { ...good, languages: Array(21).fill('en') }, 422, { fields: ['languages'] }),
];
