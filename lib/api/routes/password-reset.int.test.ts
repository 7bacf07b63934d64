import { beforeEach, describe, expect, test } from 'vitest';
import { sixDigits, tokenFor } from '@/lib/auth/secrets';
import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';
import { getMailFacts } from '@/lib/queries/get-mail-facts';
import { comparable, makePerson, otherCode, PASSWORD, send, signedIn } from '@/tests/identity';

type Login = Awaited<ReturnType<typeof signedIn>>;
let admin: Login;
let ada: Login;
let email: string;
let n = 0;
const NEXT = 'another horse entirely';

const person = async (role: 'admin' | 'agent' | 'customer', address: string) =>
  signedIn(await makePerson({ role, email: address, password: PASSWORD }));
beforeEach(async () => {
  n += 1;
  email = `reset${n}@example.test`;
  await sql.query('DELETE FROM rate_limit');
  [admin, ada] = [await person('admin', `root${n}@example.test`), await person('agent', email)];
});

const ask = (address: string) => send('POST', '/auth/request-password-reset/', { body: { email: address } });
const reset = (token: unknown, password = NEXT) =>
  send('POST', '/auth/reset-password/', { body: { token, password } });
const signIn = async (password: string, address = email) =>
  (await send('POST', '/auth/token/', { body: { email: address, password } })).status;
/** The newest mail to an address, and the token that it would carry. */
async function mailTo(address: string, template: string) {
  const { rows } = await sql.query<{ id: string; secret_id: string; nonce: string }>(
    `SELECT m.id, m.secret_id, v.nonce FROM outbound_mail m LEFT JOIN verification_token v ON v.id = m.secret_id
     WHERE m.recipient = $1 AND m.template = $2 ORDER BY m.id DESC LIMIT 1`,
    [address, template],
  );
  return rows[0];
}
async function tokenTo(address: string): Promise<string> {
  const mail = (await mailTo(address, 'password_reset'))!;
  return tokenFor('reset', mail.secret_id, mail.nonce);
}

describe('a forgotten password', () => {
  test('is replaced once by the mailed link; every login ends and nobody is signed in', async () => {
    expect((await ask(email.toUpperCase())).status).toBe(200);
    const mail = (await mailTo(email, 'password_reset'))!;
    const token = await tokenTo(email);
    expect(await getMailFacts(mail.id)).toMatchObject({
      facts: { url: expect.stringContaining(`/reset-password#${token}`), hours: 2 },
    });
    expect((await reset(token, '12345678')).body.error?.fields).toEqual({ password: ['common'] });
    const done = await reset(token);
    expect(Object.keys(done.body)).toEqual(['detail']);
    expect([...done.headers.keys()]).not.toContain('set-cookie');
    expect((await send('GET', '/me/', { access: ada.access })).status).toBe(401);
    expect([await signIn(PASSWORD), await signIn(NEXT)]).toEqual([401, 200]);
    expect((await reset(token, PASSWORD)).body.error?.fields).toEqual({ token: ['invalid'] });
  });

  test('is asked for in the same way whether or not somebody has the address (C09)', async () => {
    const [known, unknown] = [await ask(email), await ask(`nobody${n}@example.test`)];
    expect(comparable(known)).toBe(comparable(unknown));
    // the same rows were written; only who sends the mail finds out that there is nobody
    const mail = (await mailTo(`nobody${n}@example.test`, 'password_reset'))!;
    expect(await getMailFacts(mail.id)).toEqual({
      skip: 'Nobody has this address, so there is nothing to send.',
    });
    expect((await reset(await tokenTo(`nobody${n}@example.test`))).status).toBe(422);
  });

  test('counts against the same limit as codes (C08, C35)', async () => {
    await send('POST', '/auth/request-otp/', { body: { email } });
    await ask(email);
    const { rows } = await sql.query<{ points: number }>(
      `SELECT points FROM rate_limit WHERE key LIKE 'code_address:%'`,
    );
    expect(rows).toEqual([{ points: 2 }]);
  });

  test('only the newest link counts, and none after the address changed or the person left', async () => {
    await ask(email);
    const first = await tokenTo(email);
    await ask(email);
    expect((await reset(first)).status).toBe(422);
    const second = await tokenTo(email);
    await send('POST', `/users/${ada.actor.id}/deactivate/`, { body: {}, access: admin.access });
    expect((await reset(second)).status).toBe(422);
  });

  // spec/reliability.md B58
  test('B58 is not replaced by a token that is none, and nobody is signed in', async () => {
    await ask(email);
    const token = await tokenTo(email);
    const [id, secret] = token.split('.');
    const bad: [string, unknown][] = [
      ['empty', ''],
      ['blank', ' '],
      ['an escaped blank', '%20'],
      ['"null"', 'null'],
      ['null', null],
      ['missing', undefined],
      ['an array', [token]],
      ['U+0000', `${token}\u0000`],
      ['only its id', id],
      ['another id with this secret', `${newId()}.${secret}`],
      ['another end', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
      ['10,000 characters', 'x'.repeat(10_000)],
    ];
    for (const [what, value] of bad) {
      const answer = await reset(value);
      expect([401, 422], what).toContain(answer.status);
      expect(answer.body, what).not.toHaveProperty('access');
    }
    expect([await signIn(PASSWORD), await signIn(NEXT)]).toEqual([200, 401]);
    expect((await reset(token)).status).toBe(200);
  });

  test('B58 a token of another kind opens nothing, nor does this one open another door', async () => {
    await ask(email);
    const token = await tokenTo(email);
    const [id = ''] = token.split('.');
    const { rows } = await sql.query<{ nonce: string }>(
      'SELECT nonce FROM verification_token WHERE id = $1',
      [id],
    );
    expect((await reset(tokenFor('invitation', id, rows[0]!.nonce))).status).toBe(422);
    const accepted = await send('POST', '/auth/accept-invitation/', { body: { token, password: NEXT } });
    expect(accepted.status).toBe(422);
    const signed = await send('POST', '/auth/token/', { body: { verification_token: token } });
    expect(signed.status).toBe(401);
  });

  test('an admin sends a link too; the old password holds until it is used', async () => {
    const send2 = (id: string) => send('POST', `/users/${id}/password-reset/`, { access: admin.access });
    expect((await send2(ada.actor.id)).status).toBe(200);
    expect(await signIn(PASSWORD)).toBe(200);
    expect((await reset(await tokenTo(email))).status).toBe(200);
    const imported = await makePerson({ email: null });
    expect((await send2(imported.id)).body.error?.code).toBe('no_address');
  });
});

describe('an invitation', () => {
  test('says where it is, and is sent again until it is accepted', async () => {
    const address = `new${n}@example.test`;
    const made = await send('POST', '/users/', {
      body: { email: address, name: 'New', role: 'agent' },
      access: admin.access,
    });
    expect(made.body.invitation).toBe('invited');
    const id = made.body.id as string;
    const tokenNow = async () => {
      const mail = (await mailTo(address, 'invitation'))!;
      return tokenFor('invitation', mail.secret_id, mail.nonce);
    };
    const first = await tokenNow();
    await sql.query(`UPDATE person SET invited_at = now() - interval '8 days' WHERE id = $1`, [id]);
    const stateOf = async () =>
      (await send('GET', `/users/${id}/`, { access: admin.access })).body.invitation;
    expect(await stateOf()).toBe('expired');
    const again = () => send('POST', `/users/${id}/invitation/`, { access: admin.access });
    expect((await again()).body.invitation).toBe('invited');
    const accept = (token: string) =>
      send('POST', '/auth/accept-invitation/', { body: { token, password: NEXT } });
    expect((await accept(first)).status).toBe(422);
    expect((await accept(await tokenNow())).status).toBe(200);
    expect([await stateOf(), (await again()).body.error?.code]).toEqual(['accepted', 'already_accepted']);
  });
});

describe('sessions and history of a person, for admins', () => {
  test('each login is ended alone or all together, and all of it can be read', async () => {
    const path = `/users/${ada.actor.id}`;
    await signIn(PASSWORD);
    const list = async () =>
      (await send('GET', `${path}/sessions/`, { access: admin.access })).body.results as { id: string }[];
    const end = (rest: string) => send('DELETE', `${path}/sessions/${rest}`, { access: admin.access });
    expect(await list()).toHaveLength(2);
    expect((await end(`${admin.actor.sessionId}/`)).status).toBe(404);
    expect((await end(`${ada.actor.sessionId}/`)).status).toBe(204);
    expect((await send('GET', '/me/', { access: ada.access })).status).toBe(401);
    expect((await end('')).status).toBe(204);
    expect(await list()).toEqual([]);
    const { body } = await send('GET', `/audit/?person=${ada.actor.id}`, { access: admin.access });
    const types = (body.results as { type: string; actor: { name: string } | null }[]).map((one) => one.type);
    expect(types).toEqual([
      'session.ended',
      'session.ended',
      'session.started',
      'session.started',
      'person.created',
    ]);
    // his own page in the history: what he did to others
    const { body: his } = await send('GET', `/audit/?person=${admin.actor.id}`, { access: admin.access });
    expect(his.results).toContainEqual(
      expect.objectContaining({
        type: 'session.ended',
        person: { id: ada.actor.id, name: expect.any(String) },
      }),
    );
  });
});

describe('an address of one’s own', () => {
  const codeFor = async (address: string) => {
    const { rows } = await sql.query<{ id: string; nonce: string }>(
      'SELECT id, nonce FROM email_code WHERE email = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
      [address],
    );
    return sixDigits(rows[0]!.id, rows[0]!.nonce);
  };
  const want = (address: string) =>
    send('POST', '/me/email/', { body: { email: address }, access: ada.access });
  const confirm = (address: string, otp: string, who = ada) =>
    send('POST', '/me/email/confirm/', { body: { email: address, otp }, access: who.access });

  test('is changed by a code to the new one; other devices end, the old address is told', async () => {
    const other = (await send('POST', '/auth/token/', { body: { email, password: PASSWORD } })).body.access;
    const next = `next${n}@example.test`;
    expect((await want(next)).status).toBe(200);
    const code = await codeFor(next);
    expect((await confirm(next, otherCode(code))).body.error?.fields).toEqual({ otp: ['invalid_code'] });
    // it is his alone, and proves nothing elsewhere
    expect((await confirm(next, code, admin)).status).toBe(422);
    expect((await send('POST', '/auth/verify-otp/', { body: { email: next, otp: code } })).status).toBe(401);
    expect((await confirm(next, code)).body).toMatchObject({ email: next });
    expect((await send('GET', '/me/', { access: other as string })).status).toBe(401);
    expect((await send('GET', '/me/', { access: ada.access })).status).toBe(200);
    expect([await signIn(PASSWORD), await signIn(PASSWORD, next)]).toEqual([401, 200]);
    const told = (await mailTo(email, 'email_changed'))!;
    expect(await getMailFacts(told.id)).toMatchObject({ facts: { recipient: { address: email } } });
    expect((await confirm(next, code)).status).toBe(422);
  });

  test('is refused when it is the present one, or becomes somebody else’s meanwhile', async () => {
    expect((await want(email)).body.error?.fields).toEqual({ email: ['unchanged'] });
    const taken = `root${n}@example.test`;
    expect((await want(taken)).status).toBe(200);
    expect((await confirm(taken, await codeFor(taken))).body.error?.fields).toEqual({ email: ['taken'] });
    expect(await signIn(PASSWORD)).toBe(200);
  });
});
