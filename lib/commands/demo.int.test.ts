import { beforeAll, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { getDemo } from '@/lib/queries/get-demo';
import type { Actor } from '@/lib/rules/permissions';
import { postMessageInput } from '@/lib/schemas/post-message';
import { addActor, fileTicket } from '@/tests/factories';
import { brokenNumbering } from '@/tests/invariants';
import { handle as load } from '@/worker/handlers/load-demo';
import { postMessage } from './post-message';
import { removeDemo } from './remove-demo';
import { requestDemo } from './request-demo';

/** Example data in a real house: it comes with a past, and goes without taking along what is somebody's own. */
let admin: Actor;
const count = async (rows: string) =>
  (await sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${rows}`)).rows[0]!.n;
const solved = `status IN ('RESOLVED', 'CLOSED')`;

beforeAll(async () => {
  admin = await addActor('admin');
  // a real customer whose number is in the example file as well
  await sql.query(`UPDATE person SET external_id = '208' WHERE id = $1`, [(await addActor('customer')).id]);
  expect((await requestDemo(admin, 'load')).state).toBe('loading');
  expect((await requestDemo(admin, 'load')).state).toBe('loading');
  await load();
  await load();
});

test('it is 57 conversations to practise on, and sixty days of solved work before them', async () => {
  expect(await count(`ticket WHERE is_demo AND status = 'OPEN' AND is_held`)).toBe(57);
  const past = await count(`ticket WHERE is_demo AND ${solved}`);
  expect(past).toBeGreaterThan(600);
  expect(await getDemo()).toEqual({
    state: 'loaded',
    tickets: past + 57,
    people: expect.any(Number),
    kept: 0,
  });
  // told once they have happened, numbered without holes, in order
  expect(await brokenNumbering()).toEqual([]);
  expect(await count(`event WHERE created_at > now()`)).toBe(0);
  expect(
    await count(
      `event e JOIN event f USING (ticket_id) WHERE f.seq = e.seq + 1 AND f.created_at < e.created_at`,
    ),
  ).toBe(0);
  expect(
    await count(`ticket WHERE ${solved} AND (first_reply_at < created_at OR resolved_at < first_reply_at)`),
  ).toBe(0);
  expect(await count(`ticket WHERE number < 1001`)).toBe(past);
  expect(
    await count(`(SELECT 1 FROM ticket WHERE is_demo GROUP BY created_at::date HAVING count(*) > 2) days`),
  ).toBeGreaterThan(55);
});

test('it was answered as a helpdesk answers: in the hours of work, but for a few', async () => {
  const { rows } = await sql.query<{ replies: number; outside: number; p10: number; p50: number }>(
    `SELECT count(*) AS replies, (count(*) FILTER (WHERE reply_business = 0))::float8 / count(*) AS outside,
       percentile_cont(0.1) WITHIN GROUP (ORDER BY reply_business) / 60 AS p10,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY reply_business) / 60 AS p50
     FROM ticket_fact WHERE reply_seconds IS NOT NULL`,
  );
  const { replies, outside, p10, p50 } = rows[0]!;
  expect(replies).toBeGreaterThan(600);
  expect(outside).toBeGreaterThan(0.005);
  expect(outside).toBeLessThan(0.05);
  expect(p10).toBeGreaterThan(5);
  expect(p50).toBeGreaterThan(20);
  expect(p50).toBeLessThan(90);
});

test('nobody is mailed, nothing of the past is pushed, and nobody can sign in as an example', async () => {
  expect(await count('outbound_mail')).toBe(0);
  expect(
    await count(`event e JOIN ticket t ON t.id = e.ticket_id WHERE t.${solved} AND e.published_at IS NULL`),
  ).toBe(0);
  expect(
    await count('person WHERE is_demo AND (email IS NOT NULL OR password_hash IS NOT NULL OR is_available)'),
  ).toBe(0);
  expect(await count(`person WHERE external_id = '208' AND is_demo`)).toBe(0);
});

test('one button takes it out; what somebody real has worked on stays with its people', async () => {
  const customer = await addActor('customer');
  const own = await fileTicket(customer);
  const { rows } = await sql.query<{ id: string; customer_id: string }>(
    `SELECT id, customer_id FROM ticket WHERE is_demo AND status = 'OPEN' ORDER BY number LIMIT 1`,
  );
  const practised = rows[0]!;
  await postMessage(admin, practised.id, postMessageInput.parse({ body: 'Hello' }), 'WEB');
  const answered = (
    await sql.query<{ assignee_id: string; id: string }>(
      `SELECT id, assignee_id FROM ticket WHERE is_demo AND status = 'RESOLVED' LIMIT 1`,
    )
  ).rows[0]!;
  await postMessage(admin, answered.id, postMessageInput.parse({ body: 'A note', is_internal: true }), 'WEB');
  // goes on from another example; nobody has worked on either
  await sql.query(
    `UPDATE ticket SET follow_up_of = (SELECT id FROM ticket WHERE is_demo AND id NOT IN ($1, $2) ORDER BY id LIMIT 1)
     WHERE id = (SELECT id FROM ticket WHERE is_demo AND id NOT IN ($1, $2) ORDER BY id DESC LIMIT 1)`,
    [practised.id, answered.id],
  );

  await requestDemo(admin, 'remove');
  await removeDemo();
  await removeDemo();
  expect(await getDemo()).toEqual({ state: 'none', tickets: 0, people: 0, kept: 2 });
  const left = await sql.query<{ id: string }>('SELECT id FROM ticket ORDER BY id');
  expect(left.rows.map(({ id }) => id).sort()).toEqual([own.id, practised.id, answered.id].sort());
  expect(await count(`person WHERE id = '${practised.customer_id}' AND disabled_at IS NULL`)).toBe(1);
  // whoever answered then stands in the thread, and works here no more
  expect(await count(`person WHERE id = '${answered.assignee_id}' AND disabled_at IS NOT NULL`)).toBe(1);
  expect(await count(`person WHERE role = 'agent'`)).toBe(1);
  expect(await count('topic')).toBe(
    await count('(SELECT DISTINCT topic FROM ticket WHERE topic IS NOT NULL) t'),
  );
  const audit = await sql.query(`SELECT actor_id, data FROM event WHERE type = 'demo.removed'`);
  expect(audit.rows).toEqual([
    { actor_id: admin.id, data: { tickets: expect.any(Number), people: expect.any(Number), kept: 2 } },
  ]);
  const shutOut = await sql.query<{ data: object }>(
    `SELECT data FROM event WHERE type = 'person.changed' AND data ->> 'person_id' = $1`,
    [answered.assignee_id],
  );
  expect(shutOut.rows.map(({ data }) => data)).toEqual([
    {
      person_id: answered.assignee_id,
      fields: ['is_active'],
      evict: true,
      changes: { is_active: [true, false] },
      handed_over: 0,
    },
  ]);
  await expect(requestDemo(admin, 'remove')).rejects.toMatchObject({ code: 'demo_state' });
});

test('it can be loaded again', async () => {
  await requestDemo(admin, 'load');
  await load();
  expect((await getDemo()).state).toBe('loaded');
  expect(await brokenNumbering()).toEqual([]);
});
