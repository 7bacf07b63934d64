import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '@/lib/clock';
import { autoClose } from '@/lib/commands/auto-close';
import { keepHouse } from '@/lib/commands/keep-house';
import { runImport } from '@/lib/commands/run-import';
import { inTransaction, sql } from '@/lib/db/transaction';
import { listAuditSql } from '@/lib/queries/list-audit';
import { PLAIN_SCOPE } from '@/lib/rules/permissions';
import type { AuditDto } from '@/lib/schemas/audit';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import type { EventDto } from '@/lib/schemas/event';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TopicDto } from '@/lib/schemas/topic';
import { makePerson, PASSWORD, type Sent, send, signedIn } from '@/tests/identity';

/** Topics, canned replies, settings and the audit log at the API. */
type Role = 'admin' | 'agent' | 'colleague' | 'customer';
type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Sent>;
let as: Record<Role, Ask & { id: string; sessionId: string }>;
const team = newId();

beforeAll(async () => {
  const enter = async (role: 'admin' | 'agent' | 'customer', name: string) => {
    const person = await makePerson({ role, name, password: PASSWORD });
    const { access, actor } = await signedIn(person);
    const ask: Ask = (method, path, body, headers = {}) =>
      send(method, path, { body, access, headers: { 'accept-language': 'en', ...headers } });
    return Object.assign(ask, { id: person.id, sessionId: actor.sessionId! });
  };
  as = {
    admin: await enter('admin', 'Alex Admin'),
    agent: await enter('agent', 'Ada Bauer'),
    colleague: await enter('agent', 'Bruno Rossi'),
    customer: await enter('customer', 'Carla Costa'),
  };
  await sql.query("INSERT INTO team (id, name) VALUES ($1, 'Loans')", [team]);
  await sql.query('INSERT INTO team_member (team_id, person_id) VALUES ($1, $2)', [team, as.agent.id]);
});

const made = <T>({ status, body, text }: Sent): T => {
  expect([200, 201], text).toContain(status);
  return body as T;
};
const fieldsOf = (answer: Sent) => [answer.status, answer.body.error?.fields];
const audit = async (query = ''): Promise<AuditDto[]> =>
  made<{ results: AuditDto[] }>(await as.admin('GET', `/audit/${query}`)).results;

describe('topics', () => {
  let loans: TopicDto;
  let account: TopicDto;
  beforeAll(async () => {
    loans = made(
      await as.admin('POST', '/topics/', { names: { en: 'Loan application', de: 'Kreditantrag' }, team }),
    );
    account = made(await as.admin('POST', '/topics/', { names: { de: 'Kontoänderung' } }));
  });
  const file = async (topic: string, who: Ask = as.customer) =>
    made<{ id: string; topic: string; team: string | null; version: number }>(
      await who('POST', '/tickets/', { subject: 'Loan', description: 'How much?', topic }),
    );

  test('a key is made of the name, in letters that any address holds', () => {
    expect([loans.key, account.key]).toEqual(['loan-application', 'kontoanderung']);
  });

  test('a topic named by key or by any name, whatever the case, is kept as its key; other text as it is', async () => {
    for (const said of ['loan-application', 'LOAN application', ' kreditantrag'])
      expect((await file(said)).topic).toBe(loans.key);
    expect((await file('Scanner ')).topic).toBe('Scanner ');
    const ticket = await file('Scanner');
    const edited = await as.admin('PATCH', `/tickets/${ticket.id}/`, {
      version: ticket.version,
      topic: 'Kreditantrag',
    });
    expect(edited.body.topic).toBe(loans.key);
  });

  test('a ticket gets the team of its topic', async () => {
    const teamOf = async (topic: string) =>
      made<{ team: string | null }>(await as.admin('GET', `/tickets/${(await file(topic)).id}/`)).team;
    expect(await teamOf('Kreditantrag')).toBe(team);
    expect(await teamOf('Kontoänderung')).toBeNull();
  });

  test('lists are filtered by key, by name, and by what an import called it', async () => {
    await file('Kreditantrag');
    await sql.query("UPDATE ticket SET topic = 'KREDIT' WHERE id = $1", [(await file('x')).id]);
    const count = async (topic: string) =>
      made<{ results: unknown[] }>(await as.customer('GET', `/tickets/?topic=${encodeURIComponent(topic)}`))
        .results.length;
    const byKey = await count(loans.key);
    expect(byKey).toBeGreaterThan(0);
    expect(await count('kreditantrag')).toBe(byKey);
    expect([await count('KREDIT'), await count('nothing')]).toEqual([1, 0]);
  });

  test('customers get key and name in their language, staff the rest', async () => {
    const list = async (who: Ask, language: string, query = '') =>
      made<{ results: TopicDto[] }>(
        await who('GET', `/topics/${query}`, undefined, { 'accept-language': language }),
      ).results.find(({ id }) => id === loans.id);
    expect(await list(as.customer, 'de-AT,de;q=0.9')).toEqual({
      id: loans.id,
      key: loans.key,
      name: 'Kreditantrag',
    });
    expect(await list(as.customer, 'de', '?locale=en')).toMatchObject({ name: 'Loan application' });
    expect(await list(as.agent, 'fr')).toMatchObject({
      name: 'Loan application',
      team: { id: team, name: 'Loans' },
      names: { de: 'Kreditantrag' },
    });
    // no English name: the one there is
    expect(account.name).toBe('Kontoänderung');
  });

  test('archived ones are seen by staff that asks, and come back last', async () => {
    const { id } = made<TopicDto>(await as.admin('POST', '/topics/', { names: { en: 'Fax' } }));
    const names = async (who: Ask, query = '') =>
      made<{ results: TopicDto[] }>(await who('GET', `/topics/${query}`)).results.map(({ name }) => name);
    expect((await as.admin('DELETE', `/topics/${id}/`)).status).toBe(204);
    expect(await names(as.agent)).not.toContain('Fax');
    expect(await names(as.customer, '?all=1')).not.toContain('Fax');
    expect((await names(as.agent, '?all=1')).at(-1)).toBe('Fax');
    await as.admin('PATCH', `/topics/${id}/`, { is_archived: false });
    expect((await names(as.customer)).at(-1)).toBe('Fax');
    await as.admin('PATCH', `/topics/${id}/`, { position: 0 });
    expect((await names(as.customer))[0]).toBe('Fax');
    await as.admin('PATCH', `/topics/${id}/`, { position: 1 });
    expect((await names(as.customer)).slice(0, 3)).toEqual(['Loan application', 'Fax', 'Kontoänderung']);
  });

  test('a name means one topic; what is broken is refused by name', async () => {
    const post = async (body: unknown) => fieldsOf(await as.admin('POST', '/topics/', body));
    expect(await post({ names: { en: 'kreditantrag' } })).toEqual([422, { 'names.en': ['taken'] }]);
    expect(await post({ key: loans.key, names: { en: 'Other' } })).toEqual([422, { key: ['taken'] }]);
    expect(await post({ names: {} })).toEqual([422, { names: ['required'] }]);
    expect(await post({ names: { en: ' ' } })).toEqual([422, { 'names.en': ['required'] }]);
    expect(await post({ names: { en: 'X' }, team: newId() })).toEqual([422, { team: ['unknown_team'] }]);
    expect(await post({ key: 'Über', names: { en: 'X' } })).toEqual([422, { key: ['format'] }]);
    expect((await as.admin('PATCH', `/topics/${newId()}/`, { position: 1 })).status).toBe(404);
  });
});

describe('canned replies', () => {
  const reply = (given: object = {}) => ({
    short_code: `c-${newId()}`,
    title: 'Thanks',
    bodies: { en: 'Hello {{customer.first_name|there}}' },
    ...given,
  });
  const list = async (who: Ask, query = '') =>
    made<{ results: CannedReplyDto[] }>(await who('GET', `/canned-replies/${query}`)).results;

  test('staff reads everybody’s, those of its teams and its own', async () => {
    const write = async (who: Ask, given: object) =>
      made<CannedReplyDto>(await who('POST', '/canned-replies/', reply(given))).id;
    const everybody = await write(as.admin, { topic: 'Kreditantrag' });
    const teams = await write(as.admin, { team });
    const own = await write(as.colleague, { is_personal: true });
    const seen = async (who: Ask) => {
      const ids = (await list(who)).map(({ id }) => id);
      return [everybody, teams, own].map((id) => ids.includes(id));
    };
    expect(await seen(as.agent)).toEqual([true, true, false]);
    expect(await seen(as.colleague)).toEqual([true, false, true]);
    expect(await seen(as.admin)).toEqual([true, true, true]);
    // kept by the topic's key, like a ticket's
    expect((await list(as.agent, '?topic=loan-application')).map(({ id }) => id)).toEqual([everybody]);
    expect((await as.agent('GET', `/canned-replies/${own}/`)).status).toBe(404);
    expect((await as.agent('PATCH', `/canned-replies/${teams}/`, { title: 'X' })).status).toBe(403);
  });

  test('a variable that nobody fills in is refused with its name', async () => {
    const bodies = { en: 'Hi {{customer.name}}', de: 'Hallo {{kunde.name|du}}' };
    const answer = await as.admin('POST', '/canned-replies/', reply({ bodies }));
    expect(fieldsOf(answer)).toEqual([422, { 'bodies.de': ['unknown_variable'] }]);
    expect(answer.body.error).toMatchObject({ message: 'There is no variable {{kunde.name}}.' });
  });

  test('what is broken is refused', async () => {
    const post = async (given: object, who: Ask = as.admin) =>
      fieldsOf(await who('POST', '/canned-replies/', reply(given)));
    const { short_code } = made<CannedReplyDto>(await as.admin('POST', '/canned-replies/', reply()));
    expect(await post({ short_code })).toEqual([422, { short_code: ['taken'] }]);
    expect(await post({ short_code: '/Refund' })).toEqual([422, { short_code: ['short_code'] }]);
    expect(await post({ bodies: {} })).toEqual([422, { bodies: ['required'] }]);
    expect(await post({ bodies: { english: 'x' } })).toEqual([422, { 'bodies.english': ['language'] }]);
    expect(await post({ team, is_personal: true })).toEqual([422, { team: ['not_allowed'] }]);
    expect((await as.agent('POST', '/canned-replies/', reply({ team }))).status).toBe(403);
  });

  test('found by code, title and text; archived ones only when asked for', async () => {
    const word = newId().slice(-12);
    const { id } = made<CannedReplyDto>(
      await as.admin('POST', '/canned-replies/', reply({ folder: 'Money', bodies: { en: `A_${word}` } })),
    );
    const found = async (query: string) => (await list(as.agent, query)).map((one) => one.id);
    expect(await found(`?q=a_${word}&folder=money`)).toEqual([id]);
    expect(await found(`?q=ax${word}`)).toEqual([]);
    expect((await as.admin('DELETE', `/canned-replies/${id}/`)).status).toBe(204);
    expect([await found(`?q=${word}`), await found(`?q=${word}&all=1`)]).toEqual([[], [id]]);
  });
});

describe('the reopen window', () => {
  const resolved = async (days: number) => {
    const { body } = await as.customer('POST', '/tickets/', { subject: 'Old', description: 'Done?' });
    const ticket = body as { id: string; number: number };
    await as.customer('POST', `/tickets/${ticket.id}/set-status/`, { status: 'RESOLVED' });
    await sql.query('UPDATE ticket SET resolved_at = now() - make_interval(days => $2) WHERE id = $1', [
      ticket.id,
      days,
    ]);
    return ticket;
  };
  const answer = async ({ id }: { id: string }) =>
    (await as.customer('POST', `/tickets/${id}/messages/`, { body: 'And now?' })).body.ticket as {
      id: string;
      status: string;
      follow_up_of: number | null;
    };

  test('the setting goes before the environment: inside it a ticket opens again, after it there is a new one', async () => {
    await as.admin('PATCH', '/settings/', { reopen_days: 2 });
    const [inside, after] = [await resolved(1), await resolved(3)];
    expect(await answer(inside)).toMatchObject({ id: inside.id, status: 'OPEN' });
    const byHand = await as.customer('POST', `/tickets/${after.id}/set-status/`, { status: 'IN_PROGRESS' });
    expect([byHand.status, byHand.body.error?.code]).toEqual([409, 'invalid_transition']);
    expect(await answer(after)).toMatchObject({ status: 'OPEN', follow_up_of: after.number });
    expect((await as.customer('GET', `/tickets/${after.id}/`)).body.status).toBe('CLOSED');
  });

  test('housekeeping closes by the setting', async () => {
    await as.admin('PATCH', '/settings/', { reopen_days: 10 });
    const [inside, after] = [await resolved(9), await resolved(11)];
    await keepHouse();
    const status = async (id: string) => (await as.customer('GET', `/tickets/${id}/`)).body.status;
    expect([await status(inside.id), await status(after.id)]).toEqual(['RESOLVED', 'CLOSED']);
    await as.admin('PATCH', '/settings/', { reopen_days: null });
  });

  test('what waits for its customer is told of, resolved by the setting, and opened by an answer', async () => {
    const { id } = made<TicketDto>(
      await as.customer('POST', '/tickets/', { subject: 'Quiet', description: 'Hm' }),
    );
    await as.admin('POST', `/tickets/${id}/assign/`, { assigned_agent: as.agent.id });
    await as.agent('POST', `/tickets/${id}/messages/`, { body: 'Which one?', status: 'WAITING_ON_CUSTOMER' });
    const later = (days: number) =>
      sql.query(
        `UPDATE ticket SET public_updated_at = public_updated_at - make_interval(days => $2),
           close_told_at = close_told_at - make_interval(days => $2), close_at = close_at - make_interval(days => $2)
         WHERE id = $1`,
        [id, days],
      );
    const status = async () => (await as.agent('GET', `/tickets/${id}/`)).body.status;
    const told = async () =>
      (
        await sql.query(`SELECT recipient FROM outbound_mail WHERE ticket_id = $1 AND template = 'closing'`, [
          id,
        ])
      ).rowCount;
    await later(400);
    await autoClose();
    expect([await status(), await told()]).toEqual(['WAITING_ON_CUSTOMER', 0]);
    const settings = { auto_close: { after_days: 14, notice_days: 3 } };
    expect((await as.admin('PATCH', '/settings/', settings)).status).toBe(200);
    await Promise.all([autoClose(), autoClose()]);
    expect([await status(), await told()]).toEqual(['WAITING_ON_CUSTOMER', 1]);
    await later(3);
    await Promise.all([autoClose(), autoClose()]);
    expect(await status()).toBe('RESOLVED');
    const events = (await as.agent('GET', `/tickets/${id}/events/`)).body.results as unknown as EventDto[];
    expect(events.slice(-2).map(({ type, data }) => [type, data])).toEqual([
      ['closing.told', { days: 3 }],
      ['status.changed', { from: 'WAITING_ON_CUSTOMER', to: 'RESOLVED', cause: 'no_answer', days: 14 }],
    ]);
    const seen = await as.customer('GET', `/tickets/${id}/events/`);
    expect(seen.text).not.toMatch(/closing|no_answer/);
    await as.customer('POST', `/tickets/${id}/messages/`, { body: 'The blue one' });
    expect(['OPEN', 'IN_PROGRESS']).toContain(await status());
    await as.admin('PATCH', '/settings/', { auto_close: null });
  });
});

/** Sends a file and does the worker's part, which the answer waits for. */
async function importOne(who: Ask): Promise<Sent> {
  const csv = 'User ID,Timestamp (UTC),Message Body\n1,2024-01-01 10:00:00,Hello\n';
  const answer = who('POST', '/imports/messages/', csv, { 'content-type': 'text/csv' });
  await vi.waitFor(async () => {
    const { rows } = await sql.query<{ id: string }>("SELECT id FROM import WHERE state = 'staged'");
    await runImport(rows[0]!.id);
  });
  return answer;
}

describe('the audit log', () => {
  test('everything that an admin can cause is found in it, with who did it', async () => {
    const done = async (act: Promise<Sent>, type: string, expected: object) => {
      const { status, text, headers } = await act;
      expect(status, text).toBeLessThan(300);
      const request = headers.get('x-request-id');
      const entry = (await audit('?limit=20')).find((one) => one.request_id === request && one.type === type);
      expect(entry, `${type} of ${request}`).toMatchObject({
        actor: { id: as.admin.id, name: 'Alex Admin' },
        ...expected,
      });
    };
    const admin = as.admin;
    const person = made<{ id: string }>(
      await admin('POST', '/users/', { email: `${newId()}@example.test`, name: 'New One', role: 'agent' }),
    );
    const whom = { person: { id: person.id, name: 'New One' } };
    const email = `${newId()}@example.test`;
    await done(admin('POST', '/users/', { email, name: 'Other', role: 'agent' }), 'person.created', {});
    await done(admin('PATCH', `/users/${person.id}/`, { role: 'admin', capacity: 9 }), 'person.changed', {
      ...whom,
      changes: [
        { field: 'role', old: 'agent', new: 'admin' },
        { field: 'capacity', old: 4, new: 9 },
      ],
    });
    // a name is personal and the log cannot forget: it says only that it changed
    await done(admin('PATCH', `/users/${person.id}/`, { name: 'Newer One' }), 'person.changed', {
      changes: [{ field: 'name' }],
    });
    await done(admin('DELETE', `/users/${person.id}/`), 'person.changed', {
      changes: [{ field: 'is_active', old: true, new: false }],
    });
    await done(admin('PATCH', '/settings/', { workspace_name: 'Lenders' }), 'settings.changed', {
      changes: [{ field: 'workspace_name', old: 'Switchboard', new: 'Lenders' }],
    });
    await admin('PATCH', '/settings/', { workspace_name: 'Switchboard' });
    const topic = made<TopicDto>(await admin('POST', '/topics/', { names: { en: 'Audited' } }));
    await done(admin('POST', '/topics/', { names: { en: 'Audited 2' } }), 'topic.created', {
      subject: 'audited-2',
    });
    await done(admin('PATCH', `/topics/${topic.id}/`, { team }), 'topic.changed', {
      changes: [{ field: 'team', old: null, new: 'Loans' }],
    });
    await done(admin('DELETE', `/topics/${topic.id}/`), 'topic.changed', {
      changes: [{ field: 'is_archived', old: false, new: true }],
    });
    const bodies = { en: 'x' };
    const code = `a-${newId()}`;
    const canned = { short_code: code, title: 'A', bodies };
    await done(admin('POST', '/canned-replies/', canned), 'canned_reply.created', { subject: code });
    const reply = made<{ results: CannedReplyDto[] }>(await admin('GET', `/canned-replies/?q=${code}`));
    const at = `/canned-replies/${reply.results[0]!.id}/`;
    await done(admin('PATCH', at, { title: 'B', bodies: { en: 'y' } }), 'canned_reply.changed', {
      changes: [{ field: 'title', old: 'A', new: 'B' }, { field: 'bodies' }],
    });
    await done(admin('DELETE', at), 'canned_reply.changed', { subject: code });
    const ticket = (await as.customer('POST', '/tickets/', { subject: 'A', description: 'B' })).body;
    await done(admin('DELETE', `/tickets/${ticket.id}/`), 'ticket.deleted', { ticket: ticket.number });
    await done(admin('POST', `/tickets/${ticket.id}/restore/`), 'ticket.restored', { ticket: ticket.number });
    await done(importOne(admin), 'import.requested', {});
    const password = { password: `${PASSWORD}!`, current_password: PASSWORD };
    await done(admin('POST', '/me/password/', password), 'person.changed', {
      changes: [{ field: 'password' }],
    });
  });

  test('staff’s sign-ins and sign-outs are in it; customers’ only when one asks for the person', async () => {
    const types = async (query: string) => new Set((await audit(query)).map(({ type }) => type));
    expect(await types(`?actor=${as.agent.id}`)).toContain('session.started');
    expect((await as.colleague('DELETE', `/me/sessions/${as.colleague.sessionId}/`)).status).toBe(204);
    expect(await types(`?person=${as.colleague.id}`)).toContain('session.ended');
    const free = { is_available: true };
    expect((await as.agent('PATCH', '/me/availability/', free)).status).toBe(200);
    expect(await types(`?person=${as.agent.id}`)).toContain('availability.changed');
    expect(await types('?limit=100')).not.toContain('availability.changed');
    const { actor, access } = await signedIn(await makePerson({ role: 'customer' }));
    await send('DELETE', `/me/sessions/${actor.sessionId}/`, { access });
    expect((await audit('?limit=100')).some((one) => one.actor?.id === actor.id)).toBe(false);
    expect(await types(`?actor=${actor.id}`)).toEqual(new Set(['session.ended', 'person.created']));
  });

  test('emptying the trash leaves who deleted what', async () => {
    const { body } = await as.customer('POST', '/tickets/', { subject: 'Gone', description: 'B' });
    await as.admin('DELETE', `/tickets/${body.id}/`);
    await sql.query("UPDATE ticket SET deleted_at = now() - interval '31 days' WHERE id = $1", [body.id]);
    await keepHouse();
    const { rows } = await sql.query(
      `SELECT data FROM event WHERE type = 'trash.emptied' AND data @> $1::jsonb`,
      [JSON.stringify({ tickets: [{ number: body.number, deleted_by: as.admin.id }] })],
    );
    expect(rows).toHaveLength(1);
    const [entry] = await audit('?actor=house&type=trash.emptied');
    expect(entry).toMatchObject({ actor: null, subject: expect.stringContaining(`#${body.number}`) });
  });

  test('pages follow each other without a hole, by time; filters and cursors that are broken are refused', async () => {
    const all = (await audit('?limit=100')).map(({ id }) => id);
    const paged: string[] = [];
    let next: string | null = '';
    while (next !== null && paged.length < all.length) {
      const page: { results: AuditDto[]; next: string | null } = made(
        await as.admin('GET', `/audit/?limit=7${next ? `&cursor=${next}` : ''}`),
      );
      paged.push(...page.results.map(({ id }) => id));
      next = page.next;
    }
    expect(paged.slice(0, all.length)).toEqual(all);
    expect(await audit('?to=2020-01-01')).toEqual([]);
    expect((await audit('?from=2020-01-01&limit=1')).length).toBe(1);
    for (const query of ['?type=x', '?from=yesterday', '?actor=me', '?cursor=abc.def', '?limit=0'])
      expect((await as.admin('GET', `/audit/${query}`)).status).toBe(422);
  });

  test('leaves as CSV with the list’s filters and safe cells, which is itself on record', async () => {
    const { id } = await makePerson({ role: 'agent', name: '=1+1' });
    await as.admin('PATCH', `/users/${id}/`, { capacity: 5 });
    const { status, text } = await as.admin('GET', `/audit/export.csv/?type=person.changed&person=${id}`);
    expect(status).toBe(200);
    const lines = text.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('"created_at","actor","type","person","ticket","subject","changes","request_id"');
    expect(lines[1]).toContain(`"Alex Admin","person.changed","'=1+1",,,"[{""field"":""capacity"",""old"":4`);
    expect(lines).toHaveLength(2);
    const [entry] = await audit('?type=export.made');
    expect(entry).toMatchObject({ actor: { id: as.admin.id }, subject: 'audit' });
  });

  test('each filter has its index', async () => {
    const actor = { id: as.admin.id, role: 'admin', name: '', sessionId: null, scope: PLAIN_SCOPE } as const;
    const plan = (query: object) =>
      inTransaction(async (tx) => {
        await tx.query('SET LOCAL enable_seqscan = off');
        const { text, values } = listAuditSql(actor, { limit: 50, ...query });
        const { rows } = await tx.query(`EXPLAIN ${text}`, values);
        return JSON.stringify(rows);
      });
    expect(await plan({})).toMatch(/event_general/);
    expect(await plan({ actor: as.agent.id })).toContain('event_general_actor');
    const onPerson = await plan({ person: as.agent.id });
    for (const index of ['event_general_person', 'event_general_actor', 'event_trash'])
      expect(onPerson).toContain(index);
    expect(await plan({ type: ['settings.changed'] })).toContain('event_general_type');
    expect(await plan({ from: '2026-01-01' })).toContain('event_trash');
  });

  test('nobody changes it, nobody deletes from it', async () => {
    const { id } = (await audit('?type=settings.changed'))[0]!;
    for (const statement of [
      "UPDATE event SET data = '{}' WHERE id = $1",
      'UPDATE event SET actor_id = NULL WHERE id = $1',
      'DELETE FROM event WHERE id = $1',
    ])
      await expect(sql.query(statement, [id])).rejects.toThrow('append only');
    expect((await audit('?type=settings.changed'))[0]!.id).toBe(id);
  });
});
