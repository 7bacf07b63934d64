import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weighTickets } from '@/lib/commands/weigh-tickets';
import { closePool } from '@/lib/db/pool';
import { sql } from '@/lib/db/transaction';
import type { EventRow } from '@/lib/events/catalogue';
import { publishEvents, type RealtimeServer } from '@/lib/realtime/publish';
import type { Actor } from '@/lib/rules/permissions';
import { addActor, fileTicket } from '@/tests/factories';
import { type Sent, send, signedIn, verificationToken } from '@/tests/identity';

/** What staff knows about customers, at the API. */
type Someone = Actor & { access: string; email: string };
let admin: Someone;
let agent: Someone;
let carla: Someone;

async function enter(role: Actor['role'], name: string): Promise<Someone> {
  const email = `${name.toLowerCase()}@people.test`;
  const actor = await addActor(role, { name, email });
  const { rows } = await sql.query('SELECT * FROM person WHERE id = $1', [actor.id]);
  const { access } = await signedIn(rows[0] as Parameters<typeof signedIn>[0]);
  return { ...actor, access, email };
}
const as = (who: { access: string }) => {
  const call =
    (method: string) =>
    (path: string, body?: unknown, type?: string): Promise<Sent> =>
      send(method, path, {
        access: who.access,
        ...(body === undefined ? {} : { body }),
        ...(type ? { headers: { 'content-type': type } } : {}),
      });
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  };
};
const ids = ({ body }: Sent) => (body.results as { id: string }[]).map(({ id }) => id);
const eventsOf = async (type: string): Promise<EventRow[]> =>
  (await sql.query<EventRow>('SELECT * FROM event WHERE type = $1 ORDER BY id', [type])).rows;

beforeAll(async () => {
  admin = await enter('admin', 'Adam');
  agent = await enter('agent', 'Ada');
  carla = await enter('customer', 'Carla');
});
afterAll(() => closePool());

describe('notes about a person', () => {
  const CANARY = 'kanarienvogel';

  it('are told to staff beside the tickets, and never to the customer', async () => {
    const ticket = await fileTicket(carla);
    const made = await as(agent).post(`/customers/${carla.id}/notes/`, { body: `Is a ${CANARY}` });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ author: { id: agent.id, name: 'Ada' }, edited_at: null });
    for (const path of [`/customers/${carla.id}/`, `/tickets/${ticket.id}/context/`])
      expect((await as(admin).get(path)).text, path).toContain(CANARY);
    for (const path of [
      ...['/me/', `/users/${carla.id}/`, '/tickets/', `/tickets/${ticket.id}/`, '/messages/'],
      ...[`/tickets/${ticket.id}/events/`, `/tickets/${ticket.id}/messages/`, `/customers/${carla.id}/`],
      ...[`/tickets/${ticket.id}/context/`, `/tickets/search/?q=${CANARY}`],
    ]) {
      const { text } = await as(carla).get(path);
      expect(text.replace(`q=${CANARY}`, ''), path).not.toContain(CANARY);
    }
    const mails = await sql.query('SELECT to_jsonb(m)::text AS mail FROM outbound_mail m');
    expect(JSON.stringify(mails.rows)).not.toContain(CANARY);
  });

  it('are news to the rooms of staff alone, without their words', async () => {
    const told: { to: unknown; name: string; what: unknown }[] = [];
    const room = (to: unknown) => ({ emit: (name: string, what: unknown) => told.push({ to, name, what }) });
    await publishEvents(
      { to: room, in: room } as unknown as RealtimeServer,
      await eventsOf('customer.noted'),
    );
    expect(told).toEqual([
      { to: ['agents', 'admins'], name: 'customers:changed', what: { customer_id: carla.id } },
    ]);
  });

  it('are changed and removed by their author and admins', async () => {
    const [note] = (await as(agent).get(`/customers/${carla.id}/`)).body.notes as { id: string }[];
    const path = `/customers/${carla.id}/notes/${note!.id}/`;
    const other = await enter('agent', 'Bo');
    expect((await as(other).patch(path, { body: 'Mine' })).status).toBe(403);
    expect((await as(agent).patch(path, { body: 'Calls on Mondays' })).body).toMatchObject({
      body: 'Calls on Mondays',
      edited_at: expect.any(String),
    });
    expect((await as(agent).patch(`/customers/${admin.id}/notes/${note!.id}/`, { body: 'x' })).status).toBe(
      404,
    );
    expect((await as(other).delete(path)).status).toBe(403);
    expect((await as(admin).delete(path)).status).toBe(204);
    expect((await as(agent).get(`/customers/${carla.id}/`)).body.notes).toEqual([]);
    const acts = (await eventsOf('customer.noted')).map(({ data }) => data.what);
    expect(acts).toEqual(['added', 'edited', 'removed']);
  });
});

describe('facts from outside', () => {
  const facts = async (who = carla) =>
    ((await as(agent).get(`/customers/${who.id}/`)).body.facts as Record<string, string>[]).map(
      ({ label, value, source = 'hand' }) => `${source} ${label}: ${value}`,
    );

  it('are told by address or external id, and what staff wrote down stays', async () => {
    await as(agent).patch(`/customers/${carla.id}/`, {
      external_id: 'K/7 ü',
      facts: [{ label: 'Plan', value: 'Gold' }],
    });
    const before = (await eventsOf('customer.changed')).length;
    const tell = (ref: string, list: { label: string; value: string }[]) =>
      as(admin).put(`/customers/${encodeURIComponent(ref)}/facts/`, { source: 'CRM', facts: list });
    expect((await tell('K/7 ü', [{ label: 'Plan', value: 'Free' }])).status).toBe(200);
    expect((await tell(' CARLA@people.test', [{ label: 'Plan', value: 'Free' }])).status).toBe(200);
    expect(await facts()).toEqual(['hand Plan: Gold', 'CRM Plan: Free']);
    // the same again was no news
    expect((await eventsOf('customer.changed')).length).toBe(before + 1);
    await as(agent).patch(`/customers/${carla.id}/`, { facts: [] });
    expect(await facts()).toEqual(['CRM Plan: Free']);
    for (const ref of ['nobody', agent.id, agent.email]) expect((await tell(ref, [])).status, ref).toBe(404);
  });

  it('come as a table: bad rows are told and lose no other, a second run changes nothing', async () => {
    const dora = await enter('customer', 'Dora');
    const csv = [
      'Kunde;Plan;Seats;',
      `${carla.email};"Gold; yes";4;ignored`,
      'K/7 ü;Silver;1;',
      'nobody;Free;1;',
      `${dora.id};;2;`,
      `${dora.email};${'x'.repeat(501)};2;`,
      ';Free;1;',
    ].join('\r\n');
    const load = (preview = '0') =>
      as(admin).post(`/imports/customer-facts/?source=CRM&preview=${preview}`, csv, 'text/csv');
    const errors = [
      { line: 3, rule: 'repeated_customer' },
      { line: 4, rule: 'unknown_customer' },
      { line: 6, rule: 'too_long' },
      { line: 7, rule: 'customer' },
    ];
    const changes = [
      { customer: 'Carla', label: 'Plan', old: 'Free', new: 'Gold; yes' },
      { customer: 'Carla', label: 'Seats', old: null, new: '4' },
      { customer: 'Dora', label: 'Seats', old: null, new: '2' },
    ];
    const report = { rows: 6, updated: 2, unchanged: 0, skipped: 4, errors, changes };
    // looked at before, nothing is written
    expect((await load('1')).body).toEqual(report);
    expect(await facts()).toEqual(['CRM Plan: Free']);
    expect((await load()).body).toEqual(report);
    expect((await load()).body).toEqual({ ...report, updated: 0, unchanged: 2, changes: [] });
    expect(await facts()).toEqual(['CRM Plan: Gold; yes', 'CRM Seats: 4']);
    expect(await facts(dora)).toEqual(['CRM Seats: 2']);
    expect((await eventsOf('facts.imported')).map(({ data }) => data)).toEqual([{ what: 'CRM', count: 2 }]);
  });

  it.each([
    ['no_rows', 'customer,Plan\n'],
    ['header', 'customer\nK1\n'],
    ['header', 'customer,Plan,Plan\nK1,a,b\n'],
    ['not_csv', 'PK\u0003\u0004\u0000\u0000'],
    ['too_many_rows', `customer,Plan\n${'K1,Gold\n'.repeat(10_001)}`],
  ])('refuses a file: %s', async (rule, csv) => {
    const answer = await as(admin).post('/imports/customer-facts/?source=CRM', csv, 'text/csv');
    expect(answer.status, answer.text.slice(0, 200)).toBe(422);
    expect(answer.body.error?.fields?.['']).toEqual([rule]);
  });
});

describe('two customers made one', () => {
  it('gives the kept one everything, finds him by all addresses, and gives back exactly that', async () => {
    const kept = await enter('customer', 'Nora');
    const gone = await enter('customer', 'Nora2');
    await sql.query("UPDATE person SET external_id = 'N/2', is_vip = true WHERE id = $1", [gone.id]);
    const [hers, his] = [await fileTicket(kept), await fileTicket(gone, { subject: 'Zitronenpresse' })];
    await as(agent).post(`/customers/${gone.id}/notes/`, { body: 'About the second' });
    await as(admin).put(`/customers/${gone.id}/facts/`, {
      source: 'CRM',
      facts: [{ label: 'Plan', value: 'Gold' }],
    });
    const before = await state(kept.id, gone.id);

    expect((await as(agent).get(`/customers/${gone.id}/merge/?into=${kept.id}`)).body).toMatchObject({
      ...{ tickets: 1, notes: 1, facts: 1, addresses: [gone.email], problem: null },
    });
    const merged = await as(agent).post(`/customers/${gone.id}/merge/`, { into: kept.id });
    expect(merged.status, merged.text).toBe(200);
    expect(merged.body).toMatchObject({
      id: kept.id,
      merged: [{ id: gone.id, email: gone.email, external_id: 'N/2' }],
      is_vip: true,
      notes: [{ body: 'About the second' }],
      facts: [{ label: 'Plan', value: 'Gold', source: 'CRM' }],
    });
    // his login is over; his address opens the kept account, and what names him finds it
    expect((await as(gone).get('/me/')).status).toBe(401);
    const login = await as({ access: await signInByCode(gone.email) }).get('/me/');
    expect(login.body).toMatchObject({ id: kept.id, name: 'Nora' });
    expect((await as(kept).get(`/tickets/${his.id}/`)).status).toBe(200);
    for (const ref of [gone.email, 'N/2', gone.id]) {
      const filed = await as(agent).post('/tickets/', { ...WORDS, customer: ref });
      expect(filed.body.customer, ref).toMatchObject({ id: kept.id });
    }
    expect(
      (await as(agent).post('/messages/', { body: 'By the bridge', customer: 'N/2' })).body.ticket,
    ).toMatchObject({
      customer: { id: kept.id },
    });
    expect(ids(await as(agent).get(`/customers/?q=${gone.email}`))).toEqual([kept.id]);
    const later = await fileTicket(kept, { subject: 'Came later' });
    await as(agent).post(`/customers/${kept.id}/notes/`, { body: 'Came later' });

    const parted = await as(agent).post(`/customers/${gone.id}/unmerge/`);
    expect(parted.status, parted.text).toBe(200);
    const after = await state(kept.id, gone.id);
    expect(after.gone).toEqual(before.gone);
    expect(after.kept).toMatchObject({
      ...{ merged_into: null, facts: before.kept.facts, is_vip: false, notes: ['Came later'] },
    });
    expect(after.kept.tickets).toEqual(expect.arrayContaining([hers.id, later.id]));
    expect(after.kept.tickets).not.toContain(his.id);
    // whoever came in by one address or the other shows again who he is
    expect((await as(kept).get('/me/')).status).toBe(401);
    expect((await as({ access: await signInByCode(gone.email) }).get('/me/')).body.id).toBe(gone.id);
    const types = (
      await sql.query<{ type: string }>(
        `SELECT type FROM event WHERE ticket_id IS NULL AND data ->> 'other_id' IN ($1, $2) ORDER BY id`,
        [kept.id, gone.id],
      )
    ).rows;
    expect(types.map(({ type }) => type)).toEqual([
      ...['customer.merged', 'customer.absorbed', 'customer.unmerged', 'customer.parted'],
    ]);
  });

  it('goes along when the kept one is merged himself, and parts from whoever has it then', async () => {
    const [a, b, c] = [
      await enter('customer', 'A1'),
      await enter('customer', 'B1'),
      await enter('customer', 'C1'),
    ];
    const ticket = await fileTicket(a);
    const own = await fileTicket(b);
    await as(agent).post(`/customers/${a.id}/merge/`, { into: b.id });
    await as(agent).post(`/customers/${b.id}/merge/`, { into: c.id });
    expect((await as(agent).post('/tickets/', { ...WORDS, customer: a.email })).body.customer).toMatchObject({
      id: c.id,
    });
    await as(agent).post(`/customers/${a.id}/unmerge/`);
    await as(agent).post(`/customers/${b.id}/unmerge/`);
    expect((await state(a.id, b.id)).kept.tickets).toEqual([ticket.id]);
    expect((await state(a.id, b.id)).gone.tickets).toEqual([own.id]);
  });

  it('is refused where it would make no sense, or open what one does not see', async () => {
    const [a, b] = [await enter('customer', 'Dina'), await enter('customer', 'Dora2')];
    const nameless = await addActor('customer', { email: null });
    const merge = async (from: string, into: string, who = agent) => {
      const { status, body } = await as(who).post(`/customers/${from}/merge/`, { into });
      return `${status} ${body.error?.code ?? 'done'}`;
    };
    expect(await merge(a.id, a.id)).toBe('422 validation_failed');
    expect(await merge(a.id, agent.id)).toBe('404 not_found');
    expect(await merge(agent.id, a.id)).toBe('404 not_found');
    expect(await merge(a.id, nameless.id)).toBe('409 keep_other');
    const hidden = await fileTicket(b);
    await sql.query("UPDATE ticket SET assignee_id = $2, status = 'ASSIGNED' WHERE id = $1", [
      hidden.id,
      admin.id,
    ]);
    expect(await merge(a.id, b.id)).toBe('403 unseen_tickets');
    expect(await merge(b.id, a.id)).toBe('403 unseen_tickets');
    expect(await merge(a.id, b.id, admin)).toBe('200 done');
    expect(await merge(a.id, nameless.id, admin)).toBe('409 already_merged');
    expect(await merge(nameless.id, a.id, admin)).toBe('409 target_merged');
    expect((await as(agent).post(`/customers/${a.id}/unmerge/`)).body.error?.code).toBe('unseen_tickets');
    expect((await as(agent).patch(`/customers/${a.id}/`, { name: 'X' })).body.error?.code).toBe('merged');
    expect((await as(admin).patch(`/users/${a.id}/`, { role: 'agent' })).body.error?.code).toBe('merged');
    expect((await as(admin).post(`/customers/${b.id}/unmerge/`)).body.error?.code).toBe('not_merged');
  });

  const WORDS = { subject: 'Scanner', description: 'It hums.' };

  async function signInByCode(email: string): Promise<string> {
    const { body } = await send('POST', '/auth/token/', {
      body: { verification_token: await verificationToken(email) },
    });
    return String(body.access);
  }

  /** What a merge may change of two people. */
  async function state(keptId: string, goneId: string) {
    const { rows } = await sql.query<{ id: string; tickets: string[]; notes: string[]; facts: unknown[] }>(
      `SELECT p.id, p.merged_into, p.facts, p.links, p.is_vip, p.organisation_id,
         ARRAY(SELECT t.id::text FROM ticket t WHERE t.customer_id = p.id ORDER BY t.id) AS tickets,
         ARRAY(SELECT n.body FROM customer_note n WHERE n.person_id = p.id ORDER BY n.id) AS notes
       FROM person p WHERE p.id IN ($1, $2)`,
      [keptId, goneId],
    );
    const of = (id: string) => rows.find((row) => row.id === id)!;
    return { kept: of(keptId), gone: of(goneId) };
  }
});

describe('organisations and VIP', () => {
  it('take in by domain who is here and who comes, and say so to staff alone', async () => {
    const old = await enter('customer', 'Olga');
    await sql.query("UPDATE person SET email = 'olga@acme.example' WHERE id = $1", [old.id]);
    const ticket = await fileTicket(old);
    const made = await as(agent).post('/organisations/', { name: 'Acme', domains: ['ACME.example'] });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ name: 'Acme', domains: ['acme.example'], is_vip: false, members: 1 });
    const acme = String(made.body.id);
    const { body: young } = await as(admin).post('/users/', {
      ...{ email: 'ying@acme.example', name: 'Ying', role: 'customer', password: 'correct horse battery' },
    });
    expect(ids(await as(agent).get(`/customers/?organisation=${acme}`))).toEqual([old.id, young.id]);
    const other = await as(agent).post('/organisations/', { name: 'ACME' });
    expect(other.body.error?.fields).toEqual({ name: ['taken'] });
    const thief = await as(agent).post('/organisations/', {
      name: 'Thief',
      domains: ['a.example', 'acme.example'],
    });
    expect(thief.body.error?.fields).toEqual({ 'domains.1': ['taken'] });
    const wrong = await as(agent).patch(`/organisations/${acme}/`, { domains: ['no domain'] });
    expect(wrong.body.error?.fields).toEqual({ 'domains.0': ['domain'] });

    const list = await as(agent).get(`/tickets/?organisation=${acme}`);
    expect(list.body.results).toMatchObject([
      { id: ticket.id, customer: { is_vip: false, organisation: { id: acme, name: 'Acme' } } },
    ]);
    expect((await as(old).get(`/tickets/?organisation=${acme}`)).status).toBe(403);
    expect((await as(old).get(`/tickets/${ticket.id}/`)).body.customer).toEqual({ id: old.id, name: 'Olga' });
    const left = await as(agent).patch(`/customers/${young.id}/`, { organisation: null });
    expect(left.body.organisation).toBeNull();
    const nowhere = await as(agent).patch(`/customers/${young.id}/`, { organisation: old.id });
    expect(nowhere.body.error?.fields).toEqual({ organisation: ['unknown'] });
  });

  it('make what waits more urgent, by the rules, until they do not any more', async () => {
    const vera = await enter('customer', 'Vera');
    const ticket = await fileTicket(vera);
    const { body: big } = await as(agent).post('/organisations/', { name: 'Big', is_vip: true });
    const reasons = async () => {
      await weighTickets();
      const { body } = await as(admin).get(`/tickets/${ticket.id}/`);
      return (body.urgency_reasons as { code: string }[]).map(({ code }) => code);
    };
    expect(await reasons()).toEqual([]);
    await as(agent).patch(`/customers/${vera.id}/`, { organisation: big.id });
    expect(await reasons()).toEqual(['vip']);
    await as(admin).delete(`/organisations/${big.id}/`);
    expect(await reasons()).toEqual([]);
    await as(agent).patch(`/customers/${vera.id}/`, { is_vip: true });
    expect(await reasons()).toEqual(['vip']);
    expect((await as(agent).get(`/tickets/${ticket.id}/context/`)).body.customer).toMatchObject({
      is_vip: true,
    });
  });
});
