import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addActor, fileTicket } from '@/tests/factories';
import { sql } from '../db/transaction';
import { diskStore } from '../files/disk-store';
import { getTicket } from '../queries/get-ticket';
import type { Actor } from '../rules/permissions';
import { postMessageInput } from '../schemas/post-message';
import { removeMessage } from './change-message';
import { createTicket } from './create-ticket';
import { keepHouse } from './keep-house';
import { postMessage } from './post-message';
import { releaseHeld } from './release-held';
import { saveMessageDraft } from './save-message-draft';
import { deleteTicket } from './set-aside-ticket';
import { splitTicket } from './split-ticket';
import { sweepFiles } from './sweep-files';
import { undoHeld } from './undo-held';
import { uploadFile } from './upload-file';

/** Files from upload to the last trace (what the doors refuse is in tests/bad-input/files.ts). */
let carla: Actor;
let admin: Actor;
beforeAll(async () => {
  carla = await addActor('customer');
  admin = await addActor('admin');
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}
const file = (bytes: Uint8Array = Buffer.from('hello'), key?: string) => ({
  ...{ name: 'a.txt', pieces: once(bytes) },
  attempt: () => (key ? { key, hash: bytes.toString() } : undefined),
});
const storageKey = async (id: string) =>
  (await sql.query<{ storage_key: string }>('SELECT storage_key FROM attachment WHERE id = $1', [id])).rows[0]
    ?.storage_key;
const root = () => `${process.env.DATA_DIR}/files`;
const isStored = (key: string) =>
  access(`${root()}/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`).then(
    () => true,
    () => false,
  );
const say = (attachments: string[]) => postMessageInput.parse({ body: 'Here', attachments });
const anHourLater = () => sql.query("UPDATE dropped_file SET dropped_at = now() - interval '61 minutes'");

test('they come with a message in the order they were named, and with a new ticket', async () => {
  const [a, b] = [await uploadFile(carla, file()), await uploadFile(carla, file())];
  const ticket = await fileTicket(carla);
  const message = await postMessage(carla, ticket.id, say([b.id, a.id]), 'WEB');
  expect(message.attachments.map(({ id }) => id)).toEqual([b.id, a.id]);
  expect(message.attachments[0]).toEqual({ id: b.id, name: 'a.txt', media_type: 'text/plain', size: 5 });

  const c = await uploadFile(carla, file());
  const input = { subject: 'With a file', description: 'x', priority: 'MEDIUM', languages: [] } as const;
  const { id } = await createTicket(carla, { ...input, languages: [], attachments: [c.id] }, 'WEB');
  const { rows } = await sql.query(
    'SELECT 1 FROM attachment a JOIN message m ON m.id = a.message_id WHERE a.id = $1 AND m.ticket_id = $2',
    [c.id, id],
  );
  expect(rows).toHaveLength(1);
});

test('a refused file refuses the message whole', async () => {
  const ticket = await fileTicket(carla);
  const a = await uploadFile(carla, file());
  const other = await uploadFile(admin, file());
  await expect(postMessage(carla, ticket.id, say([a.id, other.id]), 'WEB')).rejects.toMatchObject({
    fields: { attachments: ['unknown_file'] },
  });
  await expect(postMessage(carla, ticket.id, say([a.id]), 'WEB')).resolves.toBeTruthy();
});

test('the same upload twice under one key is one file', async () => {
  const [a, b] = [
    await uploadFile(carla, file(Buffer.from('once'), 'k1')),
    await uploadFile(carla, file(Buffer.from('once'), 'k1')),
  ];
  expect(b).toEqual(a);
  await expect(uploadFile(carla, file(Buffer.from('other'), 'k1'))).rejects.toMatchObject({
    code: 'idempotency_mismatch',
  });
});

test('200 MB a day: the next byte waits, also when two come at once', async () => {
  const dora = await addActor('customer');
  await sql.query(
    `INSERT INTO attachment (id, uploaded_by, name, media_type, size, storage_key, stored_at)
     VALUES (make_uuid_v7(), $1, 'big', 'text/plain', $2, $3, now())`,
    [dora.id, 200 * 2 ** 20 - 7, randomBytes(20).toString('hex')],
  );
  const both = await Promise.allSettled([uploadFile(dora, file()), uploadFile(dora, file())]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { status: 429, code: 'upload_limit' },
  });
  await sql.query("UPDATE attachment SET created_at = now() - interval '25 hours' WHERE uploaded_by = $1", [
    dora.id,
  ]);
  await expect(uploadFile(dora, file())).resolves.toBeTruthy();
});

test('what breaks off leaves neither row nor file', async () => {
  const before = (await sql.query('SELECT 1 FROM attachment')).rowCount;
  async function* cut() {
    yield Buffer.alloc(100_000);
    throw new Error('the line broke');
  }
  const broken = { name: 'a.txt', pieces: cut(), attempt: () => undefined };
  await expect(uploadFile(carla, broken)).rejects.toThrow('the line broke');
  expect((await sql.query('SELECT 1 FROM attachment')).rowCount).toBe(before);
  const { rows } = await sql.query<{ storage_key: string }>(
    'SELECT storage_key FROM dropped_file ORDER BY dropped_at DESC LIMIT 1',
  );
  expect(await isStored(rows[0]!.storage_key)).toBe(false);
});

test('what nobody posted is forgotten after a day, what was posted is not', async () => {
  const [lonely, kept] = [await uploadFile(carla, file()), await uploadFile(carla, file())];
  const keys = [(await storageKey(lonely.id))!, (await storageKey(kept.id))!] as const;
  await postMessage(carla, (await fileTicket(carla)).id, say([kept.id]), 'WEB');
  await sql.query("UPDATE attachment SET created_at = now() - interval '25 hours'");
  await sweepFiles();
  expect(await storageKey(lonely.id)).toBeUndefined();
  // a backup that began before still finds it
  expect(await isStored(keys[0])).toBe(true);
  await anHourLater();
  await sweepFiles();
  expect(await Promise.all(keys.map(isStored))).toEqual([false, true]);
  expect((await sql.query('SELECT 1 FROM dropped_file')).rowCount).toBe(0);
});

test('the emptied trash takes its files with it', async () => {
  const ticket = await fileTicket(carla);
  const { id } = await uploadFile(carla, file());
  await postMessage(carla, ticket.id, say([id]), 'WEB');
  const key = (await storageKey(id))!;
  await deleteTicket(admin, ticket.id);
  await sql.query("UPDATE ticket SET deleted_at = now() - interval '31 days' WHERE id = $1", [ticket.id]);
  await keepHouse();
  await anHourLater();
  await sweepFiles();
  expect(await storageKey(id)).toBeUndefined();
  expect(await isStored(key)).toBe(false);
});

describe('the disk', () => {
  const key = randomBytes(20).toString('hex');
  const store = () => diskStore(root());
  afterEach(() => store().remove(key));
  const all = async (pieces: AsyncGenerator<Uint8Array> | null) => {
    const read: Uint8Array[] = [];
    for await (const piece of pieces ?? []) read.push(piece);
    return Buffer.concat(read);
  };

  test('gives back what it got, in parts as well, and knows what is not there', async () => {
    const bytes = randomBytes(300_000);
    expect(await store().put(key, once(bytes))).toBe(300_000);
    expect((await all(await store().open(key))).equals(bytes)).toBe(true);
    const part = await all(await store().open(key, { start: 65_530, end: 200_000 }));
    expect(part.equals(bytes.subarray(65_530, 200_001))).toBe(true);
    await expect(store().put(key, once(bytes))).rejects.toMatchObject({ code: 'EEXIST' });
    await store().remove(key);
    await store().remove(key);
    expect(await store().open(key)).toBeNull();
  });

  test('takes no key that is a path', async () => {
    await expect(store().open('../../../../etc/passwd')).rejects.toThrow('not a key');
  });
});

test('a draft and a message that waits keep their files; the one that leaves takes them along', async () => {
  const ticket = await fileTicket(carla);
  const [drafted, held, undone] = [
    await uploadFile(admin, file()),
    await uploadFile(admin, file()),
    await uploadFile(admin, file()),
  ];
  const draft = { body: '', cc: null, attachments: [drafted.id], macro: null, mentions: [], revision: 1 };
  const kept = await saveMessageDraft(admin, ticket.id, 'note', draft);
  expect(kept.files).toEqual([drafted]);
  const later = (attachments: string[]) =>
    postMessage(admin, ticket.id, { ...say(attachments), hold_seconds: 60 }, 'WEB');
  const [waiting, back] = [await later([held.id]), await later([undone.id])];
  expect(waiting.held?.attachments).toEqual([held]);
  await expect(later(['00000000-0000-4000-8000-000000000000'])).rejects.toMatchObject({
    fields: { attachments: ['unknown_file'] },
  });

  await sql.query("UPDATE attachment SET created_at = now() - interval '25 hours'");
  await sweepFiles();
  expect((await undoHeld(admin, ticket.id, back.id)).files).toEqual([undone]);
  await sql.query('UPDATE held_message SET send_at = now() WHERE id = $1', [waiting.id]);
  await releaseHeld(waiting.id);
  const { messages } = await getTicket(carla, ticket.id);
  expect(messages.at(-1)).toMatchObject({ id: waiting.id, attachments: [held] });
  // nobody sees through a draft what somebody else uploaded
  const stolen = await saveMessageDraft(admin, ticket.id, 'note', {
    ...draft,
    attachments: [held.id],
    revision: 2,
  });
  expect(stolen.files).toEqual([]);
});

test('a copy of a message has its files, which stay until the last of them goes', async () => {
  const upload = await uploadFile(admin, file());
  const ticket = await fileTicket(carla);
  const message = await postMessage(admin, ticket.id, say([upload.id]), 'WEB');
  const key = (await storageKey(upload.id))!;
  const part = await splitTicket(admin, ticket.id, { messages: [message.id], mode: 'copy' });
  const [copy] = (await getTicket(carla, part.id)).messages[0]!.attachments;
  expect(copy).toEqual({ ...upload, id: expect.any(String) });
  expect([copy!.id === upload.id, await storageKey(copy!.id)]).toEqual([false, key]);

  await removeMessage(admin, ticket.id, message.id);
  await anHourLater();
  await sweepFiles();
  expect(await isStored(key)).toBe(true);
  await removeMessage(admin, part.id, (await getTicket(admin, part.id)).messages[0]!.id);
  await sweepFiles();
  // a backup under way has its row
  expect(await isStored(key)).toBe(true);
  await anHourLater();
  await sweepFiles();
  expect(await isStored(key)).toBe(false);
});
