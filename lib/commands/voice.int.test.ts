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
    routed,
    tickets,
    files,
    changes,
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
    import('../queries/get-ticket-routing'),
    import('../queries/get-ticket'),
    import('../queries/access-attachment'),
    import('./change-message'),
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
    ...{ ...list, ...twilio, ...status, ...routed, ...tickets, ...files, ...changes },
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

describe('a caller who is not answered', () => {
  it('rings at the next one when somebody declines, or is not reached at his telephone', async () => {
    const bruno = await staff('Bruno', '+12025560002');
    const sid = await ring();
    const ringsAt = async (who: Actor) => (await house.listOffers(who)).results.length;
    const [first, second] = (await ringsAt(ada)) ? [ada, bruno] : [bruno, ada];
    await house.declineOffer(first, (await ticket()).id);
    await house.routeWaiting();
    expect([await ringsAt(first), await ringsAt(second)]).toEqual([0, 1]);
    // a telephone of the panel, which nobody answers by itself
    await lines().query('UPDATE person SET phone = $2 WHERE id = $1', [second.id, '+12025550150']);
    await accept(second);
    const rung = await one<{ sid: string }>('SELECT sid FROM lab_call WHERE to_number = $1', [
      '+12025550150',
    ]);
    expect(await call()).toMatchObject({ state: 'ringing', agent_id: second.id });
    await house.useTelephone(rung.sid, { act: 'hang_up' });
    expect(await call()).toMatchObject({ state: 'ringing', agent_id: null, ended_at: null });
    expect(await ticket()).toMatchObject({ status: 'OPEN', assignee_id: null, offer_id: null });
    expect(await history()).toEqual(['began', 'put_through', 'not_reached']);
    expect((await heard(sid)).at(-1)).toMatch(/^Please stay/);
    await lines().query(`UPDATE offer SET ended_at = ended_at - interval '61 seconds'`);
    await house.routeWaiting();
    expect((await ringsAt(ada)) + (await ringsAt(bruno))).toBe(1);
  });

  it('is not offered to who has no telephone, who hears why; and never two calls at once', async () => {
    await lines().query('UPDATE person SET phone = NULL WHERE id = $1', [ada.id]);
    await ring();
    expect(await house.listOffers(ada)).toMatchObject({ results: [], needs_telephone: true });
    // and so does who looks why the caller waits
    const { waiting } = await house.getTicketRouting(ada, (await ticket()).id);
    expect(waiting).toMatchObject({ excluded: { telephone: 1 }, reason: { code: 'telephone' } });
    expect(await one(`SELECT reason ->> 'code' AS code FROM demand`)).toEqual({ code: 'telephone' });
    await lines().query('UPDATE person SET phone = $2 WHERE id = $1', [ada.id, '+12025560001']);
    await house.routeWaiting();
    await accept();
    await ring(BEN);
    expect((await house.listOffers(ada)).results).toEqual([]);
  });

  it('hangs up: the ticket is to be called back, before others, and rings no more', async () => {
    const sid = await ring();
    await house.useTelephone(sid, { act: 'hang_up' });
    expect((await call()).state).toBe('missed');
    expect(await ticket()).toMatchObject({ status: 'OPEN', priority: 2, offer_id: null, assignee_id: null });
    expect((await house.listOffers(ada)).results).toEqual([]);
    expect(await history()).toEqual(['began', 'missed']);
    // ordinary work from now on: where calls are given without asking, so is this one
    await house.routeWaiting();
    expect((await ticket()).assignee_id).toBe(ada.id);
    // she calls back: her telephone first, then his, which he takes off the hook
    await house.callBack(ada, (await ticket()).id);
    await house.workCalls();
    const rung = await until(() =>
      one<{ sid: string }>(`SELECT sid FROM lab_call WHERE to_number = $1 AND status = 'ringing'`, [ANNA]),
    );
    expect(await call()).toMatchObject({ state: 'ringing', agent_id: ada.id });
    await house.useTelephone(rung.sid, { act: 'answer' });
    expect((await call()).state).toBe('answered');
    await wish('hold');
    expect((await call()).state).toBe('held');
    await wish('resume');
    expect((await call()).state).toBe('answered');
    await house.useTelephone(rung.sid, { act: 'hang_up' });
    expect((await call()).state).toBe('ended');
    expect(
      (await one<{ n: number }>(`SELECT count(*)::int AS n FROM lab_call WHERE ended_at IS NULL`)).n,
    ).toBe(0);
    expect(await brokenNumbering()).toEqual([]);
  });

  it('leaves a message when nobody comes, which is in the ticket with its words', async () => {
    await lines().query(`UPDATE person SET is_available = false`);
    const sid = await ring();
    await house.sweepCalls();
    expect((await call()).state).toBe('ringing');
    await lines().query(`UPDATE call SET started_at = started_at - interval '5 minutes'`);
    await house.sweepCalls();
    await house.workCalls();
    expect((await call()).state).toBe('voicemail');
    await house.useTelephone(sid, { act: 'say', text: 'Please call me, my printer says E-50.' });
    await house.fetchRecordings();
    const left = await call();
    expect(left.state).toBe('voicemail');
    expect(left.ended_at).not.toBeNull();
    expect(await ticket()).toMatchObject({ status: 'OPEN', priority: 2 });
    const file = await one<{ media_type: string; size: number; body: string }>(
      `SELECT a.media_type, a.size, m.body FROM attachment a JOIN message m ON m.id = a.message_id
       JOIN recording r ON r.message_id = m.id AND r.kind = 'voicemail' AND r.call_id = $1`,
      [left.id],
    );
    expect(file.media_type).toMatch(/^audio\//);
    expect(file.size).toBeGreaterThan(8_000);
    expect(file.body).toBe('☎ 0:03\nPlease call me, my printer says E-50.');
  });

  it('says nothing after the tone: that is a missed call', async () => {
    await lines().query(`UPDATE person SET is_available = false`);
    const sid = await ring();
    await lines().query(`UPDATE call SET started_at = started_at - interval '5 minutes'`);
    await house.sweepCalls();
    await house.workCalls();
    await house.useTelephone(sid, { act: 'hang_up' });
    expect((await call()).state).toBe('missed');
    expect(await recordings()).toEqual([]);
  });

  it('chooses his language by a digit, and who hangs up while choosing is called back as well', async () => {
    await lines().query(`UPDATE phone_line SET languages = '{en,de,fr}'`);
    const sid = await ring();
    expect(await heard(sid)).toEqual([
      'For English, press 1.',
      'Für Deutsch drücken Sie die 2.',
      'Pour le français, tapez 3.',
    ]);
    expect((await call()).ticket_id).toBeNull();
    await house.useTelephone(sid, { act: 'digits', digits: '2' });
    expect((await ticket()).languages).toEqual(['de']);
    expect((await heard(sid)).at(-1)).toMatch(/^Bitte bleiben/);
    const gone = await ring(BEN);
    await house.useTelephone(gone, { act: 'hang_up' });
    expect((await call()).state).toBe('missed');
    expect((await ticket()).priority).toBe(2);
  });
});

const recordings = async () =>
  (
    await lines().query<{ state: string; message_id: string | null; person_id: string }>(
      'SELECT * FROM recording ORDER BY created_at, id',
    )
  ).rows;
const told = async (sid: string) =>
  (await heard(sid)).filter((text) => text.startsWith('This call is recorded'));

/** The provider's words of the first recording, signed by the simulated network. */
async function sayLater(text: string): Promise<void> {
  const { knock } = await import('../lab/telephone/knock');
  const { readLeg } = await import('../lab/telephone/rows');
  const { ref, sid } = await one<{ ref: string; sid: string }>(
    'SELECT r.ref, l.call_sid AS sid FROM recording r JOIN lab_recording l ON l.sid = r.ref ORDER BY r.created_at, r.id LIMIT 1',
  );
  const words = { TranscriptionStatus: 'completed', TranscriptionText: text, RecordingSid: ref };
  await knock((await readLeg(sid))!, `${phones.url}/api/channels/voice/${line.id}/transcription/`, words);
}

describe('a line that records its calls', () => {
  beforeEach(() => lines().query('UPDATE phone_line SET records_calls = true'));

  it('tells the caller once, and keeps what was spoken each time as a note, which he never gets', async () => {
    const sid = await ring();
    expect(await told(sid)).toEqual([]);
    await accept();
    expect((await heard(sid)).slice(-2)).toEqual(['This call is recorded to help you better.', 'connected']);
    await wish('hold');
    await wish('resume');
    await house.useTelephone(sid, { act: 'hang_up' });
    expect(await told(sid)).toHaveLength(1);
    expect((await call()).state).toBe('ended');
    await house.fetchRecordings();
    await house.fetchRecordings();
    const kept = await recordings();
    expect(kept).toMatchObject([
      { kind: 'talk', state: 'kept', person_id: ada.id },
      { kind: 'talk', state: 'kept', person_id: ada.id },
    ]);
    const { messages } = await house.getTicket(ada, (await ticket()).id);
    const notes = messages.filter(({ recording }) => recording !== null);
    expect(notes).toMatchObject([
      {
        is_internal: true,
        author: { id: ada.id },
        recording: { kind: 'talk', seconds: 1, transcript: null },
      },
      { is_internal: true, body: '☎ 0:01', attachments: [{ name: 'call.wav', media_type: 'audio/wav' }] },
    ]);
    const file = notes[0]!.attachments[0]!.id;
    const customer = await one<{ id: string; name: string }>(
      `SELECT id, name FROM person WHERE role = 'customer'
      AND id = (SELECT customer_id FROM ticket WHERE id = $1)`,
      [(await ticket()).id],
    );
    const caller: Actor = { ...ada, ...customer, role: 'customer' };
    expect((await house.getTicket(caller, (await ticket()).id)).messages).toHaveLength(1);
    await expect(house.accessAttachment(house.sql, caller, file)).rejects.toMatchObject({ status: 404 });
    expect((await house.accessAttachment(house.sql, ada, file)).id).toBe(file);
    // it stays as it is: admins alone may take it out
    const [note] = notes;
    await expect(house.editNote(ada, (await ticket()).id, note!.id, 'x')).rejects.toMatchObject({
      status: 403,
    });
    // words that come later stand under it, and go with it
    await sayLater('We meet at noon.');
    const root = await addActor('admin');
    expect(await one('SELECT body FROM message WHERE id = $1', [note!.id])).toEqual({
      body: '☎ 0:01\nWe meet at noon.',
    });
    await house.removeMessage(root, (await ticket()).id, note!.id);
    await sayLater('We meet at one.');
    expect((await recordings())[0]).toMatchObject({ transcript: null });
    await expect(house.removeMessage(ada, (await ticket()).id, notes[1]!.id)).rejects.toMatchObject({
      status: 403,
    });
    expect(await brokenNumbering()).toEqual([]);
  });

  it('tells the one whom we ring up as he answers', async () => {
    const sid = await ring();
    await house.useTelephone(sid, { act: 'hang_up' });
    await house.routeWaiting();
    await house.callBack(ada, (await ticket()).id);
    await house.workCalls();
    const rung = await until(() =>
      one<{ sid: string }>(`SELECT sid FROM lab_call WHERE to_number = $1 AND status = 'ringing'`, [ANNA]),
    );
    await house.useTelephone(rung.sid, { act: 'answer' });
    expect((await heard(rung.sid)).slice(-2)).toEqual([
      'This call is recorded to help you better.',
      'connected',
    ]);
    await wish('hang_up');
    expect(await recordings()).toMatchObject([{ kind: 'talk', state: 'pending', person_id: ada.id }]);
  });

  it('asks the provider for what was told to nobody, and keeps nothing of who was not told', async () => {
    const sid = await ring();
    await accept();
    await house.useTelephone(sid, { act: 'hang_up' });
    // the process that heard of it was killed before it could write it down
    await lines().query('DELETE FROM recording');
    await house.sweepCalls();
    expect(await recordings()).toEqual([]);
    await lines().query(`UPDATE call SET ended_at = ended_at - interval '2 minutes'`);
    await lines().query('UPDATE call_leg SET announces = false');
    await house.sweepCalls();
    expect(await recordings()).toEqual([]);
    await lines().query('UPDATE call_leg SET announces = true WHERE person_id IS NOT NULL');
    await lines().query('UPDATE call SET recordings_due = now()');
    await house.sweepCalls();
    await house.sweepCalls();
    expect(await recordings()).toMatchObject([{ kind: 'talk', state: 'pending', person_id: ada.id }]);
    // a provider who does not have it yet is asked again, and given up in the end
    await lines().query('DELETE FROM lab_recording');
    await house.fetchRecordings();
    expect(await recordings()).toMatchObject([{ state: 'pending', tries: 1 }]);
    await lines().query('UPDATE recording SET tries = 7, due_at = now()');
    await house.fetchRecordings();
    expect(await recordings()).toMatchObject([{ state: 'lost', message_id: null }]);
  });
});

describe('what is told of a call', () => {
  it('converges when its end was told to nobody, by asking the provider', async () => {
    const sid = await ring();
    await accept();
    // the process that would have heard of it was killed
    await lines().query(`UPDATE lab_call SET status = 'completed', ended_at = now() WHERE sid = $1`, [sid]);
    await house.sweepCalls();
    expect((await call()).state).toBe('answered');
    await lines().query(`UPDATE call SET heard_at = heard_at - interval '2 minutes'`);
    await house.sweepCalls();
    expect((await call()).state).toBe('ended');
    expect((await house.listOffers(ada)).wrap_ups).toHaveLength(1);
  });

  it('lets go of a call back for which nobody can be rung up any more', async () => {
    const sid = await ring();
    await house.useTelephone(sid, { act: 'hang_up' });
    await house.routeWaiting();
    const { id } = await ticket();
    await house.callBack(ada, id);
    await lines().query('UPDATE person SET phone = NULL WHERE id = $1', [ada.id]);
    await house.workCalls();
    expect((await call()).ended_at).not.toBeNull();
    // its job was lost, and the line can be used by nobody
    await lines().query(`UPDATE person SET phone = '+12025560001' WHERE id = $1`, [ada.id]);
    await house.callBack(ada, id);
    await lines().query(`UPDATE call_act SET state = 'dropped'`);
    await lines().query(`UPDATE phone_line SET auth_token = 'sealed with another secret'`);
    await house.sweepCalls();
    expect((await call()).ended_at).toBeNull();
    await lines().query(
      `UPDATE call SET started_at = started_at - interval '3 minutes' WHERE ended_at IS NULL`,
    );
    await house.sweepCalls();
    expect((await call()).ended_at).not.toBeNull();
  });

  it('keeps nobody in a call of which the provider tells nothing any more', async () => {
    await ring();
    await accept();
    await lines().query(`UPDATE phone_line SET auth_token = 'sealed with another secret'`);
    await lines().query(`UPDATE call SET heard_at = heard_at - interval '2 minutes'`);
    await house.sweepCalls();
    expect((await call()).state).toBe('answered');
    await wish('hang_up');
    expect((await call()).state).toBe('ended');
  });

  it('rejects who is blocked, however his number is written, and who was merged with him', async () => {
    const { sql } = house;
    const blocked = await addActor('customer', { name: 'Never' });
    await sql.query(`UPDATE person SET is_blocked = true, phone = '(202) 555-0101' WHERE id = $1`, [
      blocked.id,
    ]);
    await ring();
    expect(await sql.query('SELECT 1 FROM call')).toMatchObject({ rowCount: 0 });
    const other = await addActor('customer', { name: 'The same' });
    await sql.query('UPDATE person SET phone = NULL WHERE id = $1', [blocked.id]);
    await sql.query('UPDATE person SET phone = $2, merged_into = $3 WHERE id = $1', [
      other.id,
      ANNA,
      blocked.id,
    ]);
    await ring();
    expect(await sql.query('SELECT 1 FROM call')).toMatchObject({ rowCount: 0 });
  });

  it('is tried again when a worker died over it, and given up when the call is gone', async () => {
    const sid = await ring();
    await house.acceptOffer(ada, (await ticket()).id);
    await lines().query(
      `UPDATE call_act SET state = 'doing', attempts = 1, lease_until = now() - interval '1 second'`,
    );
    await house.workCalls();
    expect((await call()).state).toBe('answered');
    await lines().query(`UPDATE lab_call SET status = 'completed', ended_at = now() WHERE sid = $1`, [sid]);
    await wish('hold');
    expect((await call()).state).toBe('ended');
  });

  it('is believed to who can sign it alone, and once', async () => {
    const sid = await ring();
    const { auth_token } = (await import('../lab/telephone/knock').then(({ accountOf }) =>
      accountOf(line.account_sid),
    ))!;
    const url = `${phones.url}/api/channels/voice/${line.id}`;
    const tell = async (
      door: string,
      fields: Record<string, string>,
      { token = auth_token, more = '' } = {},
    ) => {
      const form = new URLSearchParams({
        AccountSid: line.account_sid,
        CallSid: sid,
        From: ANNA,
        To: line.number,
        ...fields,
      });
      const response = await fetch(`${url}/${door}/`, {
        method: 'POST',
        headers: { 'x-twilio-signature': house.twilioSignature(token, `${url}/${door}/`, form) },
        body: new URLSearchParams(`${form}${more}`),
      });
      return response.status;
    };
    const other = `CA${'f'.repeat(32)}`;
    const table: [string, number][] = [
      ['no token', await tell('status', { CallStatus: 'completed' }, { token: '' })],
      ['another token', await tell('status', { CallStatus: 'completed' }, { token: 'f'.repeat(32) })],
      ['a field more', await tell('status', { CallStatus: 'completed' }, { more: '&x=1' })],
      [
        'another account',
        await tell('status', { CallStatus: 'completed', AccountSid: `AC${'f'.repeat(32)}` }),
      ],
      ['a call of nobody', await tell('status', { CallStatus: 'completed', CallSid: other })],
      ['no call', await tell('status', { CallStatus: 'completed', CallSid: 'x' })],
      ['another number', await tell('incoming', { To: '+4930123', CallSid: other })],
      ['a state of nobody', await tell('status', { CallStatus: '\u0000queued' })],
      ['the same call again', await tell('incoming', {})],
      ['a leg of nobody', await tell(`leg/${line.id}`, { CallStatus: 'completed' })],
    ];
    expect(Object.fromEntries(table)).toEqual({
      ...{ 'no token': 401, 'another token': 401, 'a field more': 401, 'another account': 401 },
      ...{ 'a call of nobody': 404, 'no call': 422, 'another number': 422, 'a state of nobody': 200 },
      ...{ 'the same call again': 200, 'a leg of nobody': 404 },
    });
    expect(await one(`SELECT count(*)::int AS n, max(state) AS state FROM call`)).toEqual({
      n: 1,
      state: 'ringing',
    });
    // its end, twice, and after that its beginning
    for (const CallStatus of ['completed', 'completed', 'in-progress', 'ringing']) {
      expect(await tell('status', { CallStatus })).toBe(200);
      expect((await call()).state).toBe('missed');
    }
    expect(await history()).toEqual(['began', 'missed']);
  });
});

/** What another process, or a moment later, brings. */
async function until<T>(ask: () => Promise<T>): Promise<NonNullable<T>> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
}
