import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addActor } from '@/tests/factories';
import { brokenNumbering } from '@/tests/invariants';
import { startTelephones } from '@/tests/telephone';
import type { Actor } from '../rules/permissions';

// what reads the environment is loaded once the telephones have an address
let phones: Awaited<ReturnType<typeof startTelephones>>;
let house: Awaited<ReturnType<typeof load>>;
async function load() {
  const [
    { sql },
    { closePool },
    offers,
    routing,
    calls,
    recordings,
    sweep,
    wish,
    back,
    ends,
    panel,
    list,
    twilio,
    status,
  ] = await Promise.all([
    import('../db/transaction'),
    import('../db/pool'),
    import('./answer-offer'),
    import('./route-waiting'),
    import('./work-calls'),
    import('./fetch-recordings'),
    import('./sweep-calls'),
    import('./wish-call'),
    import('./call-back'),
    import('./end-offers'),
    import('../lab/telephone/panel'),
    import('../queries/list-offers'),
    import('../channels/voice/twilio-signature'),
    import('./change-status'),
  ]);
  return {
    ...{
      sql,
      closePool,
      ...offers,
      ...routing,
      ...calls,
      ...recordings,
      ...sweep,
      ...wish,
      ...back,
      ...ends,
      ...panel,
    },
    ...{ ...list, ...twilio, ...status },
  };
}

const ANNA = '+12025550101';
const BEN = '+12025550102';
let ada: Actor;
let line: { id: string; number: string; account_sid: string };

beforeAll(async () => {
  phones = await startTelephones();
  house = await load();
});
afterAll(async () => {
  await phones.close();
  await house.closePool();
});
beforeEach(async () => {
  const { sql } = house;
  await sql.query(
    'TRUNCATE event, outbound_mail, message, ticket, demand, person_connection, phone_line, lab_call, session CASCADE',
  );
  await sql.query(`UPDATE person SET is_available = false, phone = NULL`);
  ada = await staff('Ada', '+12025560001');
  line = await house.openLine();
  await sql.query(`UPDATE phone_line SET languages = '{en}'`);
});

async function staff(name: string, phone: string | null): Promise<Actor> {
  const actor = await addActor('agent', { name, available: true, languages: ['en'] });
  await house.sql.query('UPDATE person SET phone = $2 WHERE id = $1', [actor.id, phone]);
  return actor;
}
const lines = () => house.sql;
const one = async <T extends object>(query: string, values: unknown[] = []): Promise<T> =>
  (await lines().query<T>(query, values)).rows[0]!;
interface Call {
  id: string;
  ticket_id: string;
  state: string;
  agent_id: string | null;
  ended_at: Date | null;
  message_id: string | null;
  transcript: string | null;
  language: string | null;
}
const call = () => one<Call>('SELECT * FROM call ORDER BY started_at DESC LIMIT 1');
const ticket = async () =>
  one<{
    id: string;
    number: number;
    status: string;
    priority: number;
    assignee_id: string | null;
    offer_id: string | null;
    languages: string[];
    subject: string;
  }>('SELECT * FROM ticket WHERE id = $1', [(await call()).ticket_id]);
const history = async () =>
  (
    await lines().query<{ what: string }>(
      `SELECT data ->> 'what' AS what FROM event WHERE type = 'call.changed' AND ticket_id = $1 ORDER BY seq`,
      [(await call()).ticket_id],
    )
  ).rows.map(({ what }) => what);
const heard = async (sid: string) =>
  (
    await lines().query<{ text: string }>('SELECT text FROM lab_call_word WHERE sid = $1 ORDER BY at, id', [
      sid,
    ])
  ).rows.map(({ text }) => text);

/** Rings at a line, and lets routing offer it. */
async function ring(from = ANNA): Promise<string> {
  const { sid } = await house.dialLine(from, undefined);
  await house.routeWaiting();
  return sid;
}
async function accept(who = ada): Promise<void> {
  await house.acceptOffer(who, (await ticket()).id);
  await house.workCalls();
}
async function wish(what: 'hold' | 'resume' | 'hang_up'): Promise<void> {
  await house.wishCall(ada, (await ticket()).id, what);
  await house.workCalls();
}

describe('a call', () => {
  it('rings at the desk, is put through, held, taken up again and ended, with a wrap-up', async () => {
    const sid = await ring();
    expect(await call()).toMatchObject({ state: 'ringing', language: 'en', agent_id: null });
    expect((await ticket()).subject).toBe('Call from +1 202 555 0101');
    expect((await house.listOffers(ada)).results).toMatchObject([{ kind: 'call' }]);
    expect(await heard(sid)).toEqual([
      'Hello. We are looking for somebody who can help you.',
      'Please stay on the line. You will be put through as soon as somebody is free.',
    ]);

    await accept();
    expect(await call()).toMatchObject({ state: 'answered', agent_id: ada.id });
    expect(await ticket()).toMatchObject({ status: 'IN_PROGRESS', assignee_id: ada.id });
    expect((await house.listOffers(ada)).calls).toMatchObject([{ state: 'answered', number: ANNA }]);
    expect((await heard(sid)).at(-1)).toBe('connected');

    await wish('hold');
    expect(await call()).toMatchObject({ state: 'held', ended_at: null });
    expect((await heard(sid)).at(-1)).toMatch(/^One moment/);
    await wish('resume');
    expect((await call()).state).toBe('answered');
    await wish('hang_up');
    expect((await call()).state).toBe('ended');
    expect((await one<{ status: string }>('SELECT status FROM lab_call WHERE sid = $1', [sid])).status).toBe(
      'completed',
    );
    expect((await house.listOffers(ada)).wrap_ups).toHaveLength(1);
    expect(await history()).toEqual(['began', 'put_through', 'answered', 'held', 'resumed', 'ended']);
    // she has it still, and writes down what was said; to solve it begins no second wrap-up
    await house.changeStatus(ada, (await ticket()).id, 'RESOLVED');
    expect(await one(`SELECT count(*)::int AS n FROM event WHERE type = 'wrap_up.began'`)).toEqual({ n: 1 });
    expect(await brokenNumbering()).toEqual([]);
  });
});
