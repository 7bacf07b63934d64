import { expect } from 'vitest';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import { MAX_FILE } from '@/lib/rules/file-limits';
import { type Answered, ask } from './ask';
import type { Line, Name, World } from './world';

/** B64 to B69: what is uploaded, under which name, and what comes down again. */
const BOUNDARY = 'the-boundary';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const WAV = Buffer.from('524946462400000057415645666d7420', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

interface Part {
  field?: string;
  /** Null: an ordinary field. */
  name?: string | null;
  type?: string;
  bytes?: Uint8Array | string;
}

export const formOf = (...parts: Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ field = 'file', name = 'a.txt', type = 'text/plain', bytes = 'hello' }) => [
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"` +
          (name === null ? '' : `; filename="${name}"\r\ncontent-type: ${type}`) +
          '\r\n\r\n',
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);

export const upload = (id: string, what: string, raw: Line['raw'], more: Partial<Line>): Line => ({
  ...{ id, what, path: '/attachments/', method: 'POST', status: 201, raw },
  headers: { 'content-type': TYPE },
  ...more,
});

const named = (name: string, shown: string): Line =>
  upload('B64', JSON.stringify(name).slice(0, 40), formOf({ name }), {
    check: ({ body }) => expect(body.name).toBe(shown),
  });

/** Uploads as a person and answers with the id. */
export async function uploaded(world: World, as: Name, part: Part = {}): Promise<string> {
  const answer = await ask(world.web.port, {
    ...{ method: 'POST', path: '/api/attachments/', body: formOf(part) },
    headers: { 'content-type': TYPE, authorization: `Bearer ${world.people[as].access}` },
  });
  return String(answer.body.id);
}

/** Posts the file into a message of Carla's ticket. */
async function posted(world: World, as: Name, part: Part = {}, json: object = {}): Promise<string> {
  const [{ id }, file] = [await world.ticket({ held: 'ada' }), await uploaded(world, as, part)];
  await ask(world.web.port, {
    ...{ method: 'POST', path: `/api/tickets/${id}/messages/` },
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${world.people[as].access}`,
    },
    body: JSON.stringify({ body: 'Here', attachments: [file], ...json }),
  });
  return file;
}

const download = (
  id: string,
  what: string,
  part: Part,
  { query = '', ...more }: Partial<Line> & { query?: string },
): Line => ({
  ...{
    id,
    what,
    status: 200,
    path: async (world) => `/attachments/${await posted(world, 'carla', part)}/${query}`,
  },
  ...more,
});

/** Nothing that any browser would run, open or guess about. */
const harmless =
  (type = 'application/octet-stream', way = 'attachment') =>
  ({ headers }: Answered) => {
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toMatch(new RegExp(`^${way};`));
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('private, no-cache');
  };
const disposition = (name: string, value: string): Line =>
  download(
    'B69',
    name.slice(0, 30),
    { name },
    {
      check: ({ headers }) => expect(headers['content-disposition']).toBe(value),
    },
  );

const names: Line[] = [
  named('../../etc/passwd', 'passwd'),
  named('..\\\\..\\\\x', 'x'),
  named('C:\\\\x', 'x'),
  named('/abs', 'abs'),
  named('a/b.png', 'b.png'),
  named('.htaccess', 'htaccess'),
  named('\u200b.htaccess', 'htaccess'),
  named('CON', '_CON'),
  named(`${'x'.repeat(300)}.png`, `${'x'.repeat(193)}….png`),
  named('photo\u202Egnp.exe', 'photognp.exe'),
  upload('B64', 'NUL in the name', formOf({ name: 'a\0.png' }), { status: [201, 400, 422] }),
  upload('B64', 'no name', formOf({ name: '' }), { status: 422, code: 'validation_failed' }),
  upload('B64', 'a name that shows nothing', formOf({ name: '\u200b/..' }), {
    status: 422,
    fields: ['name'],
  }),
];

const forms: Line[] = [
  upload('B65', '0 bytes', formOf({ bytes: '' }), { status: 422, fields: ['file'] }),
  upload('B65', '10 MB', formOf({ bytes: Buffer.alloc(MAX_FILE, 7) }), {
    check: ({ body }) => expect(body.size).toBe(MAX_FILE),
  }),
  upload('B65', '10 MB and a byte', formOf({ bytes: Buffer.alloc(MAX_FILE + 1) }), {
    ...{ status: 413, code: 'too_large' },
  }),
  upload('B65', '12 MB', formOf({ bytes: Buffer.alloc(12 * 2 ** 20) }), { status: 413, code: 'too_large' }),
  upload(
    'B65',
    '12 MB without a length',
    [formOf({ bytes: Buffer.alloc(12 * 2 ** 20) }).subarray(0, 11 * 2 ** 20)],
    { status: 413, code: 'too_large' },
  ),
  upload('B65', '11 files', formOf(...Array<Part>(11).fill({})), { status: 422, fields: ['file'] }),
  upload('B65', 'the field twice', formOf({}, {}), { status: 422, fields: ['file'] }),
  upload('B65', 'another field', formOf({ field: 'photo' }), { status: 422, fields: ['photo'] }),
  upload('B65', 'text instead of a file', formOf({ name: null }), { status: 422 }),
  upload('B65', 'no field', formOf(), { status: [400, 422] }),
  upload('B65', '1,000 fields', formOf(...Array<Part>(1_000).fill({ field: 'x', name: null })), {
    status: 422,
  }),
  upload('B65', 'another boundary', formOf({}), {
    ...{ status: 400, headers: { 'content-type': 'multipart/form-data; boundary=other' } },
  }),
  upload('B65', 'no boundary', formOf({}), {
    ...{ status: 400, headers: { 'content-type': 'multipart/form-data' } },
  }),
  upload('B65', 'a body that breaks off', formOf({ bytes: 'x'.repeat(9_000) }).subarray(0, 5_000), {
    status: 400,
  }),
  upload('B65', 'JSON', '{}', { status: 415, headers: { 'content-type': 'application/json' } }),
  upload('B65', 'nothing at all', '', { status: 400 }),
  upload('B65', 'by nobody', formOf({}), { status: 401, as: null }),
];

const types: Line[] = [
  download(
    'B66',
    'HTML that is named .png',
    { name: 'a.png', type: 'image/png', bytes: '<script>1</script>' },
    {
      ...{ query: '?inline=1', check: harmless() },
    },
  ),
  download(
    'B66',
    'SVG with a script',
    { name: 'a.svg', type: 'image/svg+xml', bytes: '<svg onload="alert(1)"/>' },
    {
      ...{ query: '?inline=1', check: harmless() },
    },
  ),
  download(
    'B66',
    'HTML that is named .txt',
    { name: 'a.txt', type: 'text/html', bytes: '<b onclick=x>' },
    {
      check: harmless(),
    },
  ),
  download(
    'B66',
    'a script that is also a GIF',
    { name: 'a.js', bytes: 'GIF89a=1;alert(1)' },
    {
      ...{ query: '?inline=1', check: harmless('image/gif', 'inline') },
    },
  ),
  download('B66', 'a type of nobody', { name: 'a.foo', type: 'application/x-foo' }, { check: harmless() }),
  download(
    'B66',
    'a picture, to be shown',
    { name: 'a.png', bytes: PNG },
    {
      ...{ query: '?inline=1', check: harmless('image/png', 'inline') },
    },
  ),
  download(
    'B66',
    'a sound, to be played',
    { name: 'a.wav', bytes: WAV },
    { query: '?inline=1', check: harmless('audio/wav') },
  ),
  download('B66', 'a sound, to be saved', { name: 'a.wav', bytes: WAV }, { check: harmless() }),
  download('B66', 'a picture, to be saved', { name: 'a.png', bytes: PNG }, { check: harmless() }),
];

const ranges: Line[] = (
  [
    ['bytes=0-1', 206, 'he'],
    ['bytes=3-', 206, 'lo'],
    ['bytes=-2', 206, 'lo'],
    ['bytes=0-999', 206, 'hello'],
    ['bytes=5-', 416, null],
    ['bytes=9-99', 416, null],
    ['bytes=2-1', 416, null],
    ['bytes=0-0,2-2', 200, 'hello'],
    [`bytes=${Array(1_000).fill('0-0').join(',')}`, 200, 'hello'],
    ['bytes=', 200, 'hello'],
    ['lines=0-1', 200, 'hello'],
    ['bytes=a-b', 200, 'hello'],
  ] as const
).map(([range, status, text]) =>
  download(
    'B68',
    `Range: ${range.slice(0, 30)}`,
    {},
    {
      ...{ status, headers: { range } },
      check: (answer) => {
        if (text !== null) expect(answer.text).toBe(text);
        if (status === 416) expect(answer.headers['content-range']).toBe('bytes */5');
      },
    },
  ),
);

const who: Line[] = [
  download('B68', 'another customer', {}, { status: 404, as: 'dora' }),
  download('B68', 'nobody', {}, { status: 401, as: null }),
  {
    ...{ id: 'B68', what: 'a file of a note, as its customer', status: 404 },
    path: async (world) => `/attachments/${await posted(world, 'ada', {}, { is_internal: true })}/`,
  },
  {
    ...{ id: 'B68', what: 'a file of a note, as staff', as: 'ada', status: 200 },
    path: async (world) => `/attachments/${await posted(world, 'ada', {}, { is_internal: true })}/`,
  },
  {
    ...{ id: 'B68', what: 'what somebody has not posted yet', as: 'root', status: 404 },
    path: async (world) => `/attachments/${await uploaded(world, 'carla')}/`,
  },
  {
    ...{ id: 'B68', what: 'a ticket that was deleted', status: 404 },
    path: async (world) => {
      const id = await posted(world, 'carla');
      await sql.query(
        `UPDATE ticket SET deleted_at = now() WHERE id = (SELECT m.ticket_id FROM attachment a
           JOIN message m ON m.id = a.message_id WHERE a.id = $1)`,
        [id],
      );
      return `/attachments/${id}/`;
    },
  },
  { id: 'B68', what: 'a guess', path: () => `/attachments/${newId()}/`, status: 404 },
  { id: 'B68', what: 'no id', path: '/attachments/..%2f..%2fetc/', status: 422 },
  {
    ...{ id: 'B68', what: 'If-None-Match of somebody else', as: 'dora', status: 404 },
    headers: { 'if-none-match': '*' },
    path: async (world) => `/attachments/${await posted(world, 'carla')}/`,
  },
];

/** A message and the files that it names; `null` stands for one that was uploaded for it. */
const naming = (what: string, as: Name, files: (world: World) => Promise<unknown>, status: number): Line => ({
  ...{
    id: 'C26',
    what,
    as,
    method: 'POST',
    status,
    ...(status === 422 ? { code: 'validation_failed' } : {}),
  },
  path: async (world) => `/tickets/${(await world.ticket({ held: 'ada' })).id}/messages/`,
  json: async (world: World) => ({ body: 'Here', attachments: await files(world) }),
});
const big = { bytes: Buffer.alloc(9 * 2 ** 20) };

const messages: Line[] = [
  naming('an own upload', 'carla', async (world) => [await uploaded(world, 'carla')], 201),
  naming('somebody else’s upload', 'ada', async (world) => [await uploaded(world, 'carla')], 422),
  naming('what is in a message already', 'carla', async (world) => [await posted(world, 'carla')], 422),
  naming('a guess', 'carla', async () => [newId()], 422),
  naming('one twice', 'carla', async (world) => Array(2).fill(await uploaded(world, 'carla')), 422),
  naming('11 files', 'carla', async () => Array.from({ length: 11 }, newId), 422),
  naming('no list', 'carla', async () => 'all', 422),
  naming('27 MB', 'root', (world) => Promise.all([0, 1, 2].map(() => uploaded(world, 'root', big))), 422),
];

const html = (what: string, as: Name, json: object, status: number, fields: string[] = []): Line => ({
  ...{ id: 'C22', what, as, method: 'POST', status, fields, json },
  path: async (world) => `/tickets/${(await world.ticket({ held: 'ada' })).id}/messages/`,
});

const formatted: Line[] = [
  {
    ...html('HTML', 'ada', { html: '<p onclick="x">Hello <b>you</b></p><script>x</script>' }, 201),
    check: ({ body }) =>
      expect(body).toMatchObject({ format: 'html', html: '<p>Hello <b>you</b></p>', body: 'Hello you' }),
  },
  html('HTML of a customer', 'carla', { html: '<b>x</b>' }, 422, ['html']),
  html('HTML beside a text', 'ada', { html: '<b>x</b>', body: 'x' }, 422, ['html']),
  html('HTML that waits', 'ada', { html: '<b>x</b>', hold_seconds: 10 }, 422, ['html']),
  html('HTML of nothing', 'ada', { html: '<script>x</script>' }, 422, ['html']),
  html('HTML of 300 KB', 'ada', { html: 'x'.repeat(300 * 1024) }, 422, ['html']),
  html('neither', 'ada', {}, 422, ['body']),
  html('spaces', 'ada', { body: ' \u200b ' }, 422, ['body']),
  {
    ...{ id: 'C22', what: 'HTML of a customer, by a machine', as: 'ada', method: 'POST', status: 201 },
    ...{ path: '/messages/', json: { customer: 'carla@example.test', html: '<p>From <i>afar</i></p>' } },
    check: ({ body }) =>
      expect(body.message).toMatchObject({
        format: 'html',
        html: '<p>From <i>afar</i></p>',
        body: 'From afar',
      }),
  },
];

export const files: Line[] = [
  ...names,
  ...forms,
  ...types,
  ...ranges,
  ...who,
  disposition('a\\";x=\\"b.html', `attachment; filename="a_;x=_b.html"`),
  disposition('résumé.pdf', `attachment; filename="r?sum?.pdf"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf`),
  disposition('日本.pdf', `attachment; filename="??.pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`),
  disposition("it's 100%.txt", `attachment; filename="it's 100%.txt"`),
  ...messages,
  ...formatted,
];
