import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ImapFolder } from '@/lib/channels/email/imap-folder';
import { newId } from '@/lib/clock';
import { editMailbox } from '@/lib/commands/edit-mailbox';
import { fetchMails } from '@/lib/commands/fetch-mails';
import { processMails } from '@/lib/commands/process-mails';
import { claimSource, SourceLost } from '@/lib/commands/steps/imap-source';
import { type IncomingMail, keepMail } from '@/lib/commands/steps/keep-mail';
import { testReceiving } from '@/lib/commands/test-mail-server';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import { readMailbox } from '@/lib/queries/list-mailboxes';
import type { Actor } from '@/lib/rules/permissions';
import type { ImapInput } from '@/lib/schemas/mail-servers';
import { checkMailIn } from '@/lib/system/check-mail-in';
import { addActor } from '@/tests/factories';
import { addMailbox, rawMail } from '@/tests/mail-in';
import { type ScriptedImap, startScriptedImap } from '@/tests/scripted-imap';
import { startMailFetch } from './mail-fetch';

let imap: ScriptedImap;
let admin: Actor;
let fetching: { stop(): Promise<void> } | null = null;
let count = 0;

beforeAll(async () => {
  admin = await addActor('admin');
});
beforeEach(async () => {
  imap = await startScriptedImap();
});
afterEach(async () => {
  await fetching?.stop();
  fetching = null;
  await imap.stop();
  await sql.query('DELETE FROM mailbox_imap');
});
afterAll(closePool);

const settings = (given: Partial<ImapInput> = {}): ImapInput => ({
  ...{ host: '127.0.0.1', port: imap.port, security: 'none', username: imap.user, password: imap.password },
  ...{ folder: 'INBOX', then_do: 'leave', move_to: null, takes_old: true, ...given },
});

/** A mailbox whose mail is fetched from the scripted server. */
async function mailbox(given: Partial<ImapInput> = {}): Promise<string> {
  const id = await addMailbox(`fetch${++count}@house.test`);
  await editMailbox(admin, id, { imap: settings(given) });
  return id;
}
const start = () => {
  fetching = startMailFetch();
};
interface Kept {
  state: string;
  reason: string | null;
  size: number;
  sender: string | null;
  subject: string;
  detail: string | null;
}
const kept = async (id: string): Promise<Kept[]> =>
  (
    await sql.query<Kept>(
      `SELECT state, reason, size, sender, subject, detail FROM inbound_mail
       WHERE mailbox_id = $1 AND state <> 'receiving' ORDER BY id`,
      [id],
    )
  ).rows;
const until = (check: () => Promise<void> | void, timeout = 6_000) =>
  vi.waitFor(check, { timeout, interval: 30 });
const untilKept = (id: string, n: number) => until(async () => expect(await kept(id)).toHaveLength(n));
const cursor = async (id: string) =>
  (await sql.query<{ last_uid: number }>('SELECT last_uid FROM mailbox_imap WHERE mailbox_id = $1', [id]))
    .rows[0]!.last_uid;
/** Another worker begins, and need not wait. */
async function again(id: string): Promise<void> {
  await fetching!.stop();
  await sql.query('UPDATE mailbox_imap SET next_try_at = now() WHERE mailbox_id = $1', [id]);
  start();
}

describe('a folder', () => {
  test('what lies there and what comes is kept once, and stays as it is', async () => {
    imap.add(rawMail({ Subject: 'Before' }));
    const id = await mailbox();
    start();
    await untilKept(id, 1);
    imap.add(rawMail({ Subject: 'Told' }));
    // far sooner than the next look: the server told of it
    await untilKept(id, 2);
    await processMails();
    expect((await kept(id)).map(({ state, subject }) => [state, subject])).toEqual([
      ['created', 'Before'],
      ['created', 'Told'],
    ]);
    expect(imap.heard).toContain('EXAMINE INBOX');
    expect(imap.heard.some((command) => /STORE|MOVE/.test(command))).toBe(false);
    expect((await readMailbox(sql, id)).imap).toMatchObject({
      ...{ fetched_at: expect.any(String), failing_since: null, trouble: null, has_password: true },
    });
    // a second worker leaves it to the first
    const second = startMailFetch();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(imap.open).toBe(1);
    await second.stop();
  });

  test('what was there before is left alone where that is wanted', async () => {
    imap.add(rawMail({ Subject: 'Old' }));
    const id = await mailbox({ takes_old: false });
    start();
    await until(async () => expect(await cursor(id)).toBe(1));
    imap.add(rawMail({ Subject: 'New' }));
    await untilKept(id, 1);
    await processMails();
    expect((await kept(id))[0]).toMatchObject({ subject: 'New' });
  });

  test('a mail that is kept is marked, or moved; a server that does neither holds up no mail', async () => {
    imap.add(rawMail({}));
    const seen = await mailbox({ then_do: 'seen' });
    start();
    await untilKept(seen, 1);
    await until(() => expect([...imap.folders.get('INBOX')![0]!.flags]).toEqual(['\\Seen']));
    await editMailbox(admin, seen, { imap: settings({ then_do: 'move', move_to: 'Done' }) });
    await again(seen);
    imap.add(rawMail({}));
    await until(() => expect(imap.folders.get('Done')).toHaveLength(1));
    imap.folders.delete('Done');
    imap.add(rawMail({}));
    imap.add(rawMail({}));
    await untilKept(seen, 4);
    await until(async () =>
      expect((await readMailbox(sql, seen)).imap).toMatchObject({
        ...{ trouble: 'folder', failing_since: expect.any(String) },
      }),
    );
  });

  test('died after the fetch and before the cursor, numbered anew, or handed over twice: each mail once', async () => {
    for (const n of [1, 2, 3]) imap.add(rawMail({ Subject: `Mail ${n}` }));
    const id = await mailbox();
    start();
    await untilKept(id, 3);
    await fetching!.stop();
    // as it was before the last two were told: they are fetched again and known
    await sql.query('UPDATE mailbox_imap SET last_uid = 1 WHERE mailbox_id = $1', [id]);
    await processMails();
    start();
    await until(async () => expect(await cursor(id)).toBe(3));
    expect(await kept(id)).toHaveLength(3);
    await fetching!.stop();
    imap.validity = 2;
    imap.add(rawMail({ Subject: 'Mail 4' }));
    start();
    await untilKept(id, 7);
    await processMails();
    const ends = (await kept(id)).map(({ state }) => state);
    expect(ends.filter((state) => state === 'created')).toHaveLength(4);
    expect(ends.filter((state) => state === 'ignored')).toHaveLength(3);
  });

  test('who lost a mailbox while he fetched a mail leaves it where it lies', async () => {
    const uid = imap.add(rawMail({ Subject: 'Taken over' }));
    const id = await mailbox({ then_do: 'move', move_to: 'Done' });
    imap.folders.set('Done', []);
    const source = (await claimSource())!;
    const folder = await ImapFolder.open({ ...source, password: imap.password });
    try {
      const read = folder.read.bind(folder);
      folder.read = async (number) => {
        await sql.query('UPDATE mailbox_imap SET holder = $2 WHERE mailbox_id = $1', [id, newId()]);
        return read(number);
      };
      await expect(fetchMails(source, folder)).rejects.toThrow(SourceLost);
    } finally {
      await folder.close();
    }
    expect(imap.folders.get('INBOX')!.map((mail) => mail.uid)).toEqual([uid]);
    expect(await kept(id)).toHaveLength(1);
  });

  test('a mail whose row was let go while it was written is not said to be kept', async () => {
    const id = await mailbox();
    // as another worker does who is told of the same mail
    await sql.query(`CREATE FUNCTION let_go() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN DELETE FROM inbound_mail WHERE id = NEW.id; RETURN NULL; END $$`);
    await sql.query(
      'CREATE TRIGGER let_go AFTER INSERT ON inbound_mail FOR EACH ROW EXECUTE FUNCTION let_go()',
    );
    const mail: IncomingMail = {
      ...({ mailboxId: id, door: 'imap', doorKey: '1 1 INBOX' } as const),
      ...{ raw: Buffer.from(rawMail({})), returnPath: null, recipients: [] },
    };
    const about = { size: 1, detail: null, sender: null, subject: '' };
    const aside = { state: 'quarantined', reason: 'too_large', ...about } as const;
    try {
      await expect(keepMail(mail)).rejects.toMatchObject({ code: 'unavailable' });
      await expect(keepMail({ ...mail, aside })).rejects.toMatchObject({
        code: 'unavailable',
      });
    } finally {
      await sql.query('DROP FUNCTION let_go CASCADE');
    }
  });

  test('one that is too large is told of, and one that cannot be had holds up nobody for ever', async () => {
    imap.add(rawMail({ Subject: 'Huge', From: 'Big <big@example.test>' }), { size: 40 * 1024 * 1024 });
    const broken = imap.add(rawMail({ Subject: 'Broken' }));
    imap.add(rawMail({ Subject: 'Fine' }));
    imap.refuse = (command) => (command.startsWith(`UID FETCH ${broken} `) ? 'NO [SERVERBUG] oops' : null);
    const id = await mailbox();
    start();
    await until(async () => expect((await readMailbox(sql, id)).imap?.trouble).toBe('refused'));
    const stuck = await sql.query<{ stuck_tries: number }>('SELECT stuck_tries FROM mailbox_imap');
    expect(stuck.rows).toEqual([{ stuck_tries: 1 }]);
    // its last try
    await sql.query('UPDATE mailbox_imap SET stuck_tries = 4');
    await again(id);
    await untilKept(id, 3);
    await processMails();
    expect(await kept(id)).toEqual([
      expect.objectContaining({
        ...{ state: 'quarantined', reason: 'too_large', size: 40 * 1024 * 1024 },
        ...{ sender: 'big@example.test', subject: 'Huge' },
      }),
      expect.objectContaining({
        state: 'failed',
        reason: 'not_fetched',
        detail: expect.stringContaining('oops'),
      }),
      expect.objectContaining({ state: 'created', subject: 'Fine' }),
    ]);
  }, 30_000);
});

describe('a server in trouble', () => {
  test('is left alone for a while, is told of, and works again', async () => {
    const id = await mailbox();
    start();
    await until(async () => expect((await readMailbox(sql, id)).imap?.fetched_at).not.toBeNull());
    imap.refuse = () => 'cut';
    imap.drop();
    await until(async () =>
      expect((await readMailbox(sql, id)).imap).toMatchObject({ trouble: 'unreachable' }),
    );
    const { rows } = await sql.query<{ waits: boolean }>(
      'SELECT next_try_at > now() AS waits FROM mailbox_imap WHERE mailbox_id = $1',
      [id],
    );
    expect(rows).toEqual([{ waits: true }]);
    // for longer than an admin wants to wait it is an alarm
    await sql.query(`UPDATE mailbox_imap SET fetched_at = now() - interval '1 hour' WHERE mailbox_id = $1`, [
      id,
    ]);
    expect(await checkMailIn()).toMatchObject({ state: 'bad', says: 'not_fetched' });
    imap.refuse = () => null;
    imap.add(rawMail({}));
    await again(id);
    await untilKept(id, 1);
    await until(async () => expect((await readMailbox(sql, id)).imap?.failing_since).toBeNull());
    expect((await checkMailIn()).says).not.toBe('not_fetched');
  }, 20_000);

  test('switched off, nothing is fetched; another server begins anew', async () => {
    const id = await mailbox();
    start();
    await until(() => expect(imap.open).toBe(1));
    await editMailbox(admin, id, { is_active: false });
    await sql.query(`UPDATE mailbox_imap SET lease_until = now() - interval '1 hour'`);
    await fetching!.stop();
    start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(imap.open).toBe(0);
  });

  test('a try says in one word what is wrong, and a stored password goes to its own host alone', async () => {
    const id = await mailbox();
    const { password, ...bare } = settings();
    expect(await testReceiving(admin, id, bare)).toEqual({ trouble: null, said: null, mails: 0 });
    const wrong = await testReceiving(admin, id, { ...bare, password: 'wrong' });
    expect(wrong).toMatchObject({ trouble: 'login', said: expect.stringContaining('Wrong user') });
    expect(await testReceiving(admin, id, { ...bare, folder: 'Nowhere' })).toMatchObject({
      trouble: 'folder',
    });
    expect(await testReceiving(admin, id, { ...bare, security: 'tls' })).toMatchObject({ trouble: 'tls' });
    expect(await testReceiving(admin, id, { ...bare, password, port: 1 })).toMatchObject({
      trouble: 'unreachable',
    });
    await expect(testReceiving(admin, id, { ...bare, host: 'localhost' })).rejects.toMatchObject({
      fields: { 'imap.password': ['required'] },
    });
  });
});
