import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addActor } from '@/tests/factories';
import { type Sent, send, signedIn } from '@/tests/identity';
import { closePool } from '../db/pool';
import type { PersonRow } from '../db/sql/person-row';
import { sql } from '../db/transaction';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import type { ImportDto } from '../schemas/import';
import { checkImport } from './check-import';
import { createTicket } from './create-ticket';
import { indexTickets } from './index-tickets';
import { postMessage } from './post-message';
import { routeWaiting } from './route-waiting';
import { runImport } from './run-import';
import { undoImport } from './undo-import';

/** An import in steps, over the API; the worker's part is called here as its job does (spec/reliability.md B92). */
let admin: Actor & { access: string };
beforeAll(async () => {
  const actor = await addActor('admin');
  const { rows } = await sql.query<PersonRow>('SELECT * FROM person WHERE id = $1', [actor.id]);
  admin = { ...actor, access: (await signedIn(rows[0]!)).access };
});
afterAll(() => closePool());

const post = (path: string, body: unknown = undefined, headers: Record<string, string> = {}) =>
  send('POST', path, { access: admin.access, body, headers });
const importOf = (answer: Sent) => answer.body as unknown as ImportDto;

async function upload(file: string | Uint8Array, name = 'old.csv'): Promise<ImportDto> {
  const answer = await post(`/imports/?name=${name}`, file, { 'content-type': 'text/csv' });
  expect(answer.status, answer.text).toBe(201);
  return importOf(answer);
}
const look = async (id: string) => importOf(await send('GET', `/imports/${id}/`, { access: admin.access }));
async function check(id: string): Promise<ImportDto> {
  expect((await post(`/imports/${id}/check/`)).status).toBe(200);
  await checkImport(id);
  return look(id);
}
async function run(id: string): Promise<ImportDto> {
  const started = await post(`/imports/${id}/start/`);
  expect(started.status, started.text).toBe(200);
  if (importOf(started).state === 'checking') await checkImport(id);
  await runImport(id);
  return look(id);
}
async function undo(id: string): Promise<ImportDto> {
  expect((await post(`/imports/${id}/undo/`)).status).toBe(200);
  await undoImport(id);
  return look(id);
}
const threads = async (where: string) =>
  (
    await sql.query<{ customer: string; subject: string; texts: string[] }>(
      `SELECT coalesce(p.external_id, p.email) AS customer, t.subject, array_agg(m.body ORDER BY m.created_at, m.id) AS texts
       FROM ticket t JOIN person p ON p.id = t.customer_id JOIN message m ON m.ticket_id = t.id
       WHERE ${where} GROUP BY t.id, p.id ORDER BY t.number`,
    )
  ).rows;
/** Numbers without holes, pointers that lead somewhere, no mail: what must hold whatever came in. */
async function expectSound(): Promise<void> {
  const { rows } = await sql.query(
    `SELECT t.number FROM ticket t WHERE t.is_imported AND (
       t.last_seq <> (SELECT count(*) FROM event e WHERE e.ticket_id = t.id)
       OR t.last_seq <> (SELECT max(seq) FROM event e WHERE e.ticket_id = t.id)
       OR t.last_public_seq <> (SELECT max(public_seq) FROM event e WHERE e.ticket_id = t.id)
       OR t.last_message_id <> (SELECT id FROM message m WHERE m.ticket_id = t.id ORDER BY created_at DESC, id DESC LIMIT 1))`,
  );
  expect(rows).toEqual([]);
  expect((await sql.query('SELECT 1 FROM outbound_mail')).rowCount).toBe(0);
}

const MIXED = [
  'Kunden-E-Mail;Zeitpunkt;Nachricht;Priorität;Sprache;Thema',
  'Anna@Example.test;01.03.2024 09:00;Guten Tag, die Größe stimmt nicht.;hoch;de;Größen',
  'anna@example.TEST;01.03.2024 09:05;"Noch etwas; mit ""Zitat""";;;',
  'zu kurz;01.03.2024',
  'Kunden-E-Mail;Zeitpunkt;Nachricht;Priorität;Sprache;Thema',
  'bert@example.test;31.02.2024 10:00;Den Tag gibt es nicht;;;',
  'bert@example.test;02.03.2024 10:00;=HYPERLINK("http://example.test");;;',
  'bert@example.test;02.03.2024 10:01;;;;',
  'kein-name;02.03.2024 10:01;Wer bin ich?;;;',
  'bert@example.test;02.03.2024 10:02;dringend!;sofort;;',
  'bert@example.test;02.03.2024 10:03;fünf;;;;;zu viel',
  'bert@example.test;02.03.2024 10:04;Schluss;;;;;',
].join('\r\n');
const BAD = [
  [4, 'columns'],
  [5, 'header_again'],
  [6, 'timestamp'],
  [8, 'required'],
  [9, 'email'],
  [10, 'priority'],
  [11, 'columns'],
];

describe('a file of any shape', () => {
  const latin = Buffer.from(MIXED, 'latin1');
  const utf16 = Buffer.from(`\ufeff${MIXED}`, 'utf16le');
  it.each([
    ['windows-1252', latin],
    ['utf-8', Buffer.from(`\ufeff${MIXED}`)],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
  ])('%s: is understood, shown and checked row by row', async (encoding, bytes) => {
    const uploaded = await upload(bytes);
    expect(uploaded).toMatchObject({
      state: 'mapping',
      name: 'old.csv',
      size: bytes.length,
      options: { encoding, separator: ';', has_header: true, date_order: 'dmy', time_zone: 'UTC' },
      columns: ['Kunden-E-Mail', 'Zeitpunkt', 'Nachricht', 'Priorität', 'Sprache', 'Thema'],
    });
    expect(uploaded.options?.mapping).toMatchObject({
      email: 0,
      time: 1,
      body: 2,
      priority: 3,
      language: 4,
      topic: 5,
    });
    expect(uploaded.preview[0]?.row).toEqual({
      customer: 'anna@example.test',
      sent_at: '2024-03-01T09:00:00.000Z',
      body: 'Guten Tag, die Größe stimmt nicht.',
      ...{ topic: 'Größen', priority: 'HIGH', language: 'de', thread: null },
    });
    expect(uploaded.preview.filter(({ rule }) => rule).map(({ line, rule }) => [line, rule])).toEqual(BAD);
    const checked = await check(uploaded.id);
    expect(checked).toMatchObject({ state: 'checked', counts: { rows: 11, bad: 7, imported: 0 } });
    expect(checked.errors.map(({ line, rule }) => [line, rule])).toEqual(BAD);
    const { rowCount } = await sql.query(
      "SELECT 1 FROM person WHERE email LIKE '%@example.test' AND role = 'customer'",
    );
    expect(rowCount).toBe(0);
  });

  it('comes in whole but for its bad rows, which are a file of their own', async () => {
    const { id } = await upload(latin);
    const file = await send('GET', `/imports/${(await check(id)).id}/errors.csv?locale=de`, {
      access: admin.access,
    });
    const lines = file.text.split('\r\n');
    expect(lines[0]).toBe('"Zeile","Problem"');
    expect(lines[1]).toMatch(/^"4","Die Zeile hat mehr oder weniger Zellen.*","zu kurz","01.03.2024"$/);
    expect(lines).toHaveLength(BAD.length + 2);
    const done = await run(id);
    expect(done).toMatchObject({
      state: 'done',
      counts: { rows: 11, bad: 7, imported: 4, repeated: 0, conversations: 2, customers: 2, joined: 0 },
      report: { rows: 11, imported: 4, skipped: 7, conversations: 2 },
    });
    expect(await threads("p.email LIKE '%@example.test'")).toEqual([
      {
        customer: 'anna@example.test',
        subject: 'Guten Tag, die Größe stimmt nicht.',
        texts: ['Guten Tag, die Größe stimmt nicht.', 'Noch etwas; mit "Zitat"'],
      },
      {
        customer: 'bert@example.test',
        subject: '=HYPERLINK("http://example.test")',
        texts: ['=HYPERLINK("http://example.test")', 'Schluss'],
      },
    ]);
    const again = await run((await upload(utf16)).id);
    expect(again.counts).toMatchObject({ imported: 0, repeated: 4, conversations: 0, customers: 0 });
    await expectSound();
    expect(await undo(id)).toMatchObject({ state: 'undone', undo: { removed: 2, kept: 0, customers: 2 } });
  });

  it.each([
    ['', 'no_rows'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]), 'not_csv'],
  ])('%j is none', async (file, rule) => {
    const answer = await post('/imports/', file, { 'content-type': 'text/csv' });
    expect([answer.status, answer.body.error?.fields]).toEqual([422, { '': [rule] }]);
    expect((await sql.query("SELECT 1 FROM import WHERE state = 'uploading'")).rowCount).toBe(0);
  });

  it('is read as the admin says: columns, header, zone and order of the date', async () => {
    const { id, options } = await upload('k7|03/04/2024 10:00|hello\n');
    expect(options).toMatchObject({ separator: '|', has_header: false });
    const early = await post(`/imports/${id}/start/`);
    expect([early.status, Object.keys(early.body.error?.fields ?? {})]).toEqual([
      422,
      ['mapping.customer', 'mapping.time', 'mapping.body'],
    ]);
    const mapping = { customer: 0, time: 1, body: 2 };
    const body = { mapping, time_zone: 'Europe/Berlin', date_order: 'mdy' };
    const changed = await send('PATCH', `/imports/${id}/`, { access: admin.access, body });
    expect(importOf(changed).preview[0]?.row).toMatchObject({
      customer: 'k7',
      sent_at: '2024-03-04T09:00:00.000Z',
    });
    const wrong = await send('PATCH', `/imports/${id}/`, {
      access: admin.access,
      body: { time_zone: 'Mars' },
    });
    expect(wrong.status).toBe(422);
  });

  it('is not taken for a customer who is staff', async () => {
    const agent = await addActor('agent');
    const { id } = await upload(
      `email,time,body\n${agent.id}@example.test,2024-01-01 10:00:00,hi\nx@y.test,2024-01-01 10:00:00,hi\n`,
    );
    const checked = await check(id);
    expect(checked.counts).toMatchObject({ rows: 2, bad: 1 });
    expect(checked.errors[0]).toMatchObject({ line: 2, rule: 'not_a_customer' });
  });
});

describe('a check that breaks off', () => {
  const fails = (condition: string) =>
    sql.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
      CREATE TRIGGER broken BEFORE INSERT ON import_row FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION broken()`);
  const mended = () => sql.query('DROP FUNCTION broken CASCADE');
  const file = 'customer,time,body\nf1,2024-01-01 10:00:00,poison\n';

  it('again and again is given up with a reason, and the file can be checked anew', async () => {
    const { id } = await upload(file);
    await post(`/imports/${id}/check/`);
    await fails(`NEW.body = 'poison'`);
    for (let n = 1; n < 5; n++) await expect(checkImport(id)).rejects.toThrow('broken');
    expect(await look(id)).toMatchObject({ state: 'checking', failure: null });
    await checkImport(id);
    const failed = await look(id);
    expect(failed).toMatchObject({ state: 'failed', failure: 'check_failed' });
    // what is needed to read it another way is there
    expect(failed.columns).toEqual(['customer', 'time', 'body']);
    expect(failed.preview).toHaveLength(1);
    await mended();
    expect(await check(id)).toMatchObject({ state: 'checked', failure: null, counts: { rows: 1, bad: 0 } });
  });

  it('with its worker, each time, is given up as well; another reading makes it new', async () => {
    const { id } = await upload(file);
    await post(`/imports/${id}/check/`);
    // a killed worker leaves nothing but its beginning
    await sql.query('UPDATE import SET tries = 5, attempt = 5 WHERE id = $1', [id]);
    await checkImport(id);
    expect((await look(id)).state).toBe('failed');
    const body = { time_zone: 'Europe/Berlin' };
    const edited = await send('PATCH', `/imports/${id}/`, { access: admin.access, body });
    expect(importOf(edited)).toMatchObject({ state: 'mapping', failure: null });
    expect((await run(id)).counts).toMatchObject({ imported: 1 });
  });
});

describe('conversations', () => {
  it('are those of a thread where the file names threads, over imports', async () => {
    const header = 'customer,time,body,thread_id,message_id\n';
    const first = await run(
      (
        await upload(
          `${header}t1,2024-01-01 10:00:00,a,A,1\nt1,2024-01-01 10:01:00,b,B,2\nt1,2024-02-01 10:00:00,c,A,3\n`,
        )
      ).id,
    );
    expect(first.counts).toMatchObject({ imported: 3, conversations: 2 });
    const second = await run(
      (await upload(`${header}t1,2024-03-01 10:00:00,d,A,4\nt1,2024-03-01 10:00:00,other text,A,1\n`)).id,
    );
    expect(second.counts).toMatchObject({ imported: 1, repeated: 1, conversations: 0, joined: 1 });
    expect((await threads("p.external_id = 't1'")).map(({ texts }) => texts)).toEqual([
      ['a', 'c', 'd'],
      ['b'],
    ]);
    await expectSound();
  });

  it('are the same over slices, for two runners at once, and after a run that was cut off', async () => {
    const rows = Array.from({ length: 4_500 }, (_, n) => {
      const at = new Date(Date.UTC(2023, 0, 1) + n * 300_000).toISOString();
      return `c${n % 50},${at},message ${n}`;
    });
    const { id } = await upload(`customer,time,body\n${rows.join('\n')}\n`);
    await check(id);
    await sql.query(
      `CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$`,
    );
    await sql.query(
      `CREATE TRIGGER cut BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.body = 'message 3000') EXECUTE FUNCTION cut()`,
    );
    await expect(run(id)).rejects.toThrow('cut off');
    expect(await look(id)).toMatchObject({ state: 'staged', progress: { done: 2_000, total: 4_500 } });
    await sql.query('DROP FUNCTION cut CASCADE');
    await Promise.all([runImport(id), runImport(id)]);
    expect((await look(id)).counts).toMatchObject({
      imported: 4_500,
      repeated: 0,
      conversations: 50,
      customers: 50,
    });
    const made = await threads("p.external_id = 'c7'");
    expect(made.map(({ texts }) => texts.length)).toEqual([90]);
    expect(made[0]?.texts[60]).toBe('message 3007');
    await expectSound();
    expect((await undo(id)).undo).toEqual({ removed: 50, kept: 0, customers: 50 });
  });
});

describe('what an import tells', () => {
  const since = async () =>
    (await sql.query<{ id: string }>('SELECT max(id::text) AS id FROM event')).rows[0]!.id;
  const told = (after: string) =>
    sql.query<{ type: string; n: number; waiting: number }>(
      `SELECT type, count(*) AS n, count(*) FILTER (WHERE published_at IS NULL) AS waiting FROM event
       WHERE id::text > $1 AND type IN ('ticket.created', 'message.created', 'import.advanced') GROUP BY 1 ORDER BY 1`,
      [after],
    );
  const minute = (who: string, n: number) => `${who},2022-05-01 10:${10 + n}:00,${who} ${n}\n`;

  it('is one event a slice, and the newest message of a conversation that was there', async () => {
    const header = 'customer,time,body\n';
    const before = await since();
    await run((await upload(`${header}${minute('w1', 0)}${minute('w1', 1)}${minute('w2', 0)}`)).id);
    expect((await told(before)).rows).toEqual([
      { type: 'import.advanced', n: 1, waiting: 1 },
      { type: 'message.created', n: 1, waiting: 0 },
      { type: 'ticket.created', n: 2, waiting: 0 },
    ]);
    const between = await since();
    await run((await upload(`${header}${minute('w1', 2)}${minute('w1', 3)}${minute('w3', 0)}`)).id);
    expect((await told(between)).rows).toEqual([
      { type: 'import.advanced', n: 1, waiting: 1 },
      { type: 'message.created', n: 2, waiting: 1 },
      { type: 'ticket.created', n: 1, waiting: 0 },
    ]);
    await expectSound();
  });

  it('keeps the order of the file among messages of one second', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `s1,2022-06-01 10:00:00,line ${n}\n`);
    await run((await upload(`customer,time,body\n${rows.join('')}`)).id);
    const [conversation] = await threads("p.external_id = 's1'");
    expect(conversation?.texts).toEqual(rows.map((_, n) => `line ${n}`));
  });

  it('is read for search after what people write, and not before the import is through', async () => {
    await indexTickets();
    const { id } = await upload(`customer,time,body\n${minute('q1', 0)}`);
    await run(id);
    await sql.query(`UPDATE import SET state = 'staged' WHERE id = $1`, [id]);
    const actor = await addActor('customer');
    await createTicket(actor, { subject: 'now', description: 'x', priority: 'LOW', languages: [] }, 'WEB');
    expect(await indexTickets()).toBe(1);
    await sql.query(`UPDATE import SET state = 'done' WHERE id = $1`, [id]);
    expect(await indexTickets()).toBe(1);
  });
});

describe('an undo', () => {
  const file =
    'customer,time,body\nu1,2024-01-01 10:00:00,one\nu2,2024-01-01 10:00:00,two\nu3,2024-01-01 10:00:00,three\n';
  it('takes back what nobody worked on, keeps the rest, and the file can come again', async () => {
    const { id } = await upload(file);
    await send('PATCH', `/imports/${id}/`, { access: admin.access, body: { route: true } });
    await run(id);
    await addActor('agent', { available: true, capacity: 10 });
    // what routing does by itself is no work
    expect(await routeWaiting()).toBeGreaterThanOrEqual(3);
    await sql.query('UPDATE person SET is_available = false');
    const { rows } = await sql.query<{ id: string; number: number; customer_id: string; who: string }>(
      "SELECT t.id, t.number, t.customer_id, p.external_id AS who FROM ticket t JOIN person p ON p.id = t.customer_id WHERE p.external_id LIKE 'u_' ORDER BY p.external_id",
    );
    await postMessage(admin, rows[1]!.id, { body: 'An answer', is_internal: false }, 'WEB');
    // a customer with another ticket stays
    const own: Actor = {
      id: rows[2]!.customer_id,
      role: 'customer',
      name: 'u3',
      sessionId: null,
      scope: PLAIN_SCOPE,
    };
    await createTicket(own, { subject: 'x', description: 'x', priority: 'LOW', languages: [] }, 'WEB');
    const undone = await undo(id);
    expect(undone).toMatchObject({ state: 'undone', undo: { removed: 2, kept: 1, customers: 1 } });
    expect(undone.kept).toEqual([{ number: rows[1]!.number, subject: 'two' }]);
    expect((await threads("p.external_id LIKE 'u_'")).map(({ texts }) => texts)).toEqual([
      ['two', 'An answer'],
      ['x'],
    ]);
    const { rows: events } = await sql.query<{ data: object }>(
      "SELECT data FROM event WHERE type = 'import.undone' AND data ->> 'import_id' = $1",
      [id],
    );
    expect(events).toEqual([
      {
        data: {
          import_id: id,
          removed: 2,
          kept: 1,
          customers: 1,
          oldest_at: '2024-01-01T10:00:00.000Z',
          newest_at: '2024-01-01T10:00:00.000Z',
        },
      },
    ]);
    const again = await run((await upload(file)).id);
    expect(again.counts).toMatchObject({ imported: 2, repeated: 1, conversations: 2, customers: 1 });
    const wrong = await post(`/imports/${id}/start/`);
    expect([wrong.status, wrong.body.error?.code]).toEqual([409, 'import_state']);
  });
});

it('the same upload with the same key is one import', async () => {
  const send = (text: string) =>
    post('/imports/', text, { 'content-type': 'text/csv', 'idempotency-key': 'same-file' });
  const text = 'customer,time,body\nz,2024-01-01 10:00:00,one\n';
  const [first, second] = [await send(text), await send(text)];
  expect(second.body.id).toBe(first.body.id);
  const other = await send(`${text}z,2024-01-01 11:00:00,two\n`);
  expect([other.status, other.body.error?.code]).toEqual([422, 'idempotency_mismatch']);
  expect((await sql.query("SELECT 1 FROM import WHERE state = 'uploading'")).rowCount).toBe(0);
  const list = await sql.query('SELECT 1 FROM import_chunk WHERE import_id NOT IN (SELECT id FROM import)');
  expect(list.rowCount).toBe(0);
});
