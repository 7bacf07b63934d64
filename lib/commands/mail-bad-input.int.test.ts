import { beforeAll, expect, test } from 'vitest';
import { addMailbox, rawMail, receive } from '@/tests/mail-in';
import { sql } from '../db/transaction';
import { readFile } from '../files/read-file';

/** What strangers send, row by row (spec/reliability.md B79 to B85): each ends in one state, soon, and nothing of it is lost. */
const SOON_MS = 5_000;
let mailbox: string;
beforeAll(async () => {
  mailbox = await addMailbox('support@switchboard.test');
});

const plain = (headers: Record<string, string | undefined>, body?: string) =>
  Buffer.from(rawMail(headers, body), 'latin1');
const typed = (type: string, body: Buffer | string, more: Record<string, string> = {}) =>
  Buffer.concat([plain({ 'Content-Type': type, ...more }, '').subarray(0, -2), Buffer.from(body)]);
const nested = (depth: number) => {
  const open = (n: number) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
  return Array.from({ length: depth }, (_, n) => open(n)).join('');
};
const parts = (count: number) =>
  `${Array.from({ length: count }, (_, n) => `--b\r\nContent-Type: text/plain\r\n\r\nPart ${n}\r\n`).join('')}--b--`;

test.each<[string, Buffer, string, string?]>([
  ['B79 no Message-ID', plain({ 'Message-ID': undefined }), 'created'],
  ['B79 an empty one', plain({ 'Message-ID': '' }), 'created'],
  ['B79 one of 2,000 characters', plain({ 'Message-ID': `<${'x'.repeat(2_000)}@example.test>` }), 'created'],
  ['B79 one with spaces and brackets', plain({ 'Message-ID': '< a <b> c @ d >' }), 'created'],
  ['B80 no From', plain({ From: undefined }), 'quarantined no_sender'],
  ['B80 two senders', plain({ From: 'a@example.test, b@example.test' }), 'quarantined no_sender'],
  ['B80 our own address', plain({ From: 'support@switchboard.test' }), 'ignored own_mail'],
  [
    'B80 a name that is an address of ours',
    plain({ From: '"support@switchboard.test" <x@evil.test>' }),
    'created',
  ],
  [
    'B80 a name that breaks the line',
    plain({ From: '=?utf-8?Q?a=0D=0ABcc:_x@evil.test?= <y@example.test>' }),
    'created',
  ],
  ['B80 undisclosed recipients', plain({ To: 'undisclosed-recipients:;' }), 'created'],
  [
    'B80 500 recipients',
    plain({ To: Array.from({ length: 500 }, (_, n) => `p${n}@example.test`).join(', ') }),
    'created',
  ],
  ['B81 no subject', plain({ Subject: undefined }), 'created', 'The printer is broken.'],
  ['B81 a subject of 10 KB', plain({ Subject: 'x'.repeat(10_000) }), 'created'],
  ['B81 a broken encoded word', plain({ Subject: '=?utf-8?b?4pyTIP?= =?x' }), 'created'],
  ['B81 a script', plain({ Subject: '<script>alert(1)</script>' }), 'created', '<script>alert(1)</script>'],
  ['B81 right to left', plain({ Subject: '=?utf-8?Q?abc=E2=80=AEdef?=' }), 'created'],
  ['B83 an unknown charset', typed('text/plain; charset=x-unknown', 'Gr\xfc\xdfe'), 'created'],
  ['B83 UTF-7', typed('text/plain; charset=utf-7', 'Hi +AGEAYg-'), 'created'],
  [
    'B83 windows-1252 said to be utf-8',
    typed('text/plain; charset=utf-8', Buffer.from('Grüße', 'latin1')),
    'created',
  ],
  ['B83 null bytes', typed('text/plain', 'a\0b\0\0c'), 'created'],
  ['B83 null bytes in its id', plain({ 'Message-ID': '<n\0ull@evil.test>' }), 'created'],
  ['B83 null bytes in what it answers', plain({ 'In-Reply-To': '<a\0b@evil.test>' }), 'created'],
  ['B83 null bytes in its sender', plain({ From: 'E\0ve <e\0ve@evil.test>' }), 'quarantined no_sender'],
  ['B84 10,000 parts', typed('multipart/mixed; boundary=b', parts(10_000)), 'created'],
  ['B84 500 levels', typed('multipart/mixed; boundary=b', `--b\r\n${nested(500)}`), 'quarantined unreadable'],
  [
    'B84 no last boundary',
    typed('multipart/mixed; boundary=b', '--b\r\nContent-Type: text/plain\r\n\r\nHello'),
    'created',
  ],
  [
    'B84 base64 with junk',
    typed('text/plain', 'SGVs*bG8!\r\n====', { 'Content-Transfer-Encoding': 'base64' }),
    'created',
  ],
  ['B84 nothing at all', Buffer.from('\r\n'), 'quarantined no_sender'],
  ['B85 50,000 open comments', plain({ To: 'a('.repeat(50_000) }), 'created'],
  ['B85 20,000 groups', plain({ To: 'g:'.repeat(20_000) }), 'created'],
  ['B85 20,000 addresses with comments', plain({ To: 'a (x)'.repeat(20_000) }), 'created'],
])('%s', async (_, raw, end, subject) => {
  const began = performance.now();
  const mail = await receive(mailbox, raw);
  expect(performance.now() - began).toBeLessThan(SOON_MS);
  expect([mail.state, mail.reason].filter(Boolean).join(' '), mail.detail ?? '').toBe(end);
  const { rows } = await sql.query<{ storage_key: string; sender_name: string | null; subject: string }>(
    'SELECT i.storage_key, i.sender_name, coalesce(t.subject, i.subject) AS subject FROM inbound_mail i LEFT JOIN ticket t ON t.id = i.ticket_id WHERE i.id = $1',
    [mail.id],
  );
  const { storage_key, sender_name, subject: made } = rows[0]!;
  expect((await readFile(storage_key))?.equals(raw)).toBe(true);
  expect(sender_name ?? '').not.toMatch(/[\r\n]/);
  expect(made.length).toBeLessThanOrEqual(200);
  if (subject !== undefined) expect(made).toBe(subject);
});
