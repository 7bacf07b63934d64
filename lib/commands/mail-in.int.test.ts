import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { addMailbox, receive } from '@/tests/mail-in';
import { sql } from '../db/transaction';
import { MAIL_ENDS } from '../rules/mail-states';

let mailbox: string;
beforeAll(async () => {
  mailbox = await addMailbox('support@switchboard.test');
});

test('104 real and broken mails each end in one state, within two seconds, and none is lost', async () => {
  const folder = 'tests/mails/inbound';
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const ends = new Map<string, string[]>();
  // the first mail also starts the threads
  await receive(mailbox, 'From: warm@example.test\n\nHello');
  for (const name of names) {
    const raw = readFileSync(`${folder}/${name}`);
    const began = performance.now();
    const mail = await receive(mailbox, raw);
    expect(performance.now() - began, name).toBeLessThan(2_000);
    expect(MAIL_ENDS, `${name} ${mail.detail}`).toContain(mail.state);
    expect(mail.state, `${name}: ${mail.detail}`).not.toBe('failed');
    const end = [mail.state, mail.reason].filter(Boolean).join(' ');
    ends.set(end, [...(ends.get(end) ?? []), name]);
  }
  console.info([...ends].map(([end, of]) => `${of.length} ${end}: ${of.join(' ')}`).join('\n'));
  expect(names).toHaveLength(104);
  const { rows } = await sql.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM inbound_mail WHERE settled_at IS NULL',
  );
  expect(rows[0]!.n).toBe(0);
}, 60_000);
