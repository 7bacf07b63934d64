import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import {
  comparable,
  mailedCode,
  makePerson,
  otherCode,
  PASSWORD,
  type Sent,
  send,
  signedIn,
  verificationToken,
} from '@/tests/identity';

const post = (path: string, body: unknown): Promise<Sent> => send('POST', path, { body });
const mailsTo = async (email: string) =>
  (await sql.query('SELECT * FROM outbound_mail WHERE recipient = $1', [email])).rows;
const peopleWith = async (email: string) =>
  (await sql.query('SELECT id FROM person WHERE email = $1', [email])).rowCount;

let n = 0;
let email = '';
beforeEach(() => {
  email = `new${++n}@example.test`;
});

describe('codes', () => {
  test('the answer is the same for known and unknown addresses, in any case of letters', async () => {
    const known = await makePerson({ password: PASSWORD });
    const answers = [
      await post('/auth/request-otp/', { email }),
      await post('/auth/request-otp', { email: known.email }),
      await post('/auth/request-otp/', { email: ` ${known.email!.toUpperCase()} ` }),
    ];
    expect(answers[0]!.status).toBe(200);
    expect(new Set(answers.map(comparable)).size).toBe(1);
    expect(await mailsTo(known.email!)).toHaveLength(2);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test('neither the mail, the event nor the code row holds the digits', async () => {
    await post('/auth/request-otp/', { email });
    const code = await mailedCode(email);
    const { rows } = await sql.query<{ all: string }>(
      `SELECT concat(json_agg(m), (SELECT json_agg(e) FROM event e), (SELECT json_agg(c) FROM email_code c)) AS all
       FROM outbound_mail m`,
    );
    expect(rows[0]!.all).toContain(email);
    expect(rows[0]!.all).not.toContain(code);
  });

  test('a right code gives a token, once', async () => {
    await post('/auth/request-otp/', { email });
    const otp = await mailedCode(email);
    const first = await post('/auth/verify-otp/', { email, otp });
    expect(first.status).toBe(200);
    expect(Object.keys(first.body)).toEqual(['verification_token']);
    expect((await post('/auth/verify-otp/', { email, otp })).status).toBe(401);
  });

  test('ten wrong tries, then the right one: refused, and a new code works', async () => {
    await post('/auth/request-otp/', { email });
    const otp = await mailedCode(email);
    for (let i = 0; i < 10; i++) await post('/auth/verify-otp/', { email, otp: otherCode(otp) });
    expect((await post('/auth/verify-otp/', { email, otp })).status).toBe(401);
    const { rows } = await sql.query('SELECT attempts FROM email_code WHERE email = $1', [email]);
    expect(rows).toEqual([{ attempts: 5 }]);
    expect(await verificationToken(email)).toMatch(/\./);
  });

  test('four wrong tries leave the fifth', async () => {
    await post('/auth/request-otp/', { email });
    const otp = await mailedCode(email);
    for (let i = 0; i < 4; i++) await post('/auth/verify-otp/', { email, otp: otherCode(otp) });
    expect((await post('/auth/verify-otp/', { email, otp })).status).toBe(200);
  });

  test('twenty right tries at once: one wins', async () => {
    await post('/auth/request-otp/', { email });
    const otp = await mailedCode(email);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => post('/auth/verify-otp/', { email, otp })),
    );
    expect(tries.filter((t) => t.status === 200)).toHaveLength(1);
    expect(tries.filter((t) => t.status === 401)).toHaveLength(19);
  });

  test('twenty wrong tries at once count no more than five, and no less', async () => {
    await post('/auth/request-otp/', { email });
    const otp = otherCode(await mailedCode(email));
    await Promise.all(Array.from({ length: 20 }, () => post('/auth/verify-otp/', { email, otp })));
    const { rows } = await sql.query('SELECT attempts FROM email_code WHERE email = $1', [email]);
    expect(rows).toEqual([{ attempts: 5 }]);
  });

  test('all that may be wrong about a code is one and the same answer', async () => {
    const other = `other${n}@example.test`;
    await post('/auth/request-otp/', { email });
    const old = await mailedCode(email);
    await post('/auth/request-otp/', { email });
    const otp = await mailedCode(email);
    await post('/auth/request-otp/', { email: other });
    const ofOther = await mailedCode(other);
    const bad = [
      old,
      ofOther,
      otherCode(otp),
      `${otp} `,
      ` ${otp}`,
      `${otp}.0`,
      '',
      '000',
      `${otp}0`,
      fullWidth(otp),
    ];
    // two codes may be equal by chance; then it is no wrong one
    const answers = [];
    for (const wrong of bad.filter((w) => w !== otp).slice(0, 4)) {
      answers.push(await post('/auth/verify-otp/', { email, otp: wrong }));
    }
    for (const wrong of bad.slice(4)) answers.push(await post('/auth/verify-otp/', { email, otp: wrong }));
    answers.push(await post('/auth/verify-otp/', { email: 'nobody@example.test', otp }));
    await sql.query(
      "UPDATE email_code SET attempts = 0, expires_at = now() - interval '1 ms' WHERE email = $1",
      [email],
    );
    answers.push(await post('/auth/verify-otp/', { email, otp }));
    expect(new Set(answers.map(comparable)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'invalid_code' } } });
  });

  test.each([123456, ['123456'], { $ne: '' }, null, true, '1'.repeat(65)])(
    'the code %j is 422',
    async (otp) => {
      expect((await post('/auth/verify-otp/', { email, otp })).status).toBe(422);
    },
  );
});

const fullWidth = (digits: string) => digits.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));

describe('registration', () => {
  test('makes a customer with a session, in one go', async () => {
    const verification_token = await verificationToken(email);
    const answer = await post('/auth/register/', {
      email,
      password: PASSWORD,
      name: 'Carla',
      verification_token,
      locale: 'de',
    });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({
      email,
      name: 'Carla',
      role: 'customer',
      locale: 'de',
      is_available: false,
    });
    expect(answer.text).not.toMatch(/argon2|password/);
    const me = await send('GET', '/me/', { access: String(answer.body.access) });
    expect(me.body).toEqual(answer.body.user);
    expect((await post('/auth/token/', { username: email.toUpperCase(), password: PASSWORD })).status).toBe(
      200,
    );
  });

  test('the token works once, also for twenty at once', async () => {
    const verification_token = await verificationToken(email);
    const body = { email, password: PASSWORD, name: 'Carla', verification_token };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/auth/register/', body)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 422 || a.status === 409)).toHaveLength(19);
    expect(await peopleWith(email)).toBe(1);
  });

  test('a token of another address, kind or no token: one answer, whether or not the account exists', async () => {
    const known = await makePerson({ password: PASSWORD });
    const other = await verificationToken(`other${n}@example.test`);
    const { refresh } = await signedIn(known);
    const answers: Sent[] = [];
    for (const verification_token of [
      other,
      refresh,
      '',
      ' ',
      '%20',
      'null',
      `${other}x`,
      `${other.slice(0, -1)}_`,
    ]) {
      for (const address of [email, known.email]) {
        const body = { email: address, password: PASSWORD, name: 'X', verification_token };
        answers.push(await post('/auth/register/', body));
      }
    }
    expect(new Set(answers.map(comparable)).size).toBe(1);
    expect(answers[0]).toMatchObject({
      status: 422,
      body: { error: { fields: { verification_token: ['invalid'] } } },
    });
    expect(await peopleWith(email)).toBe(0);
  });

  test('an expired token is refused', async () => {
    const verification_token = await verificationToken(email);
    await sql.query("UPDATE verification_token SET expires_at = now() - interval '1 ms' WHERE email = $1", [
      email,
    ]);
    const body = { email, password: PASSWORD, name: 'X', verification_token };
    expect((await post('/auth/register/', body)).status).toBe(422);
  });

  test('an address with an account: refused, nothing changed, and the token still signs in', async () => {
    const known = await makePerson({ password: PASSWORD, name: 'Known' });
    const verification_token = await verificationToken(known.email!);
    const body = { email: known.email, password: 'another password', name: 'Thief', verification_token };
    expect(await post('/auth/register/', body)).toMatchObject({
      status: 409,
      body: { error: { code: 'account_exists' } },
    });
    expect((await post('/auth/token/', { email: known.email, password: PASSWORD })).status).toBe(200);
    expect((await post('/auth/token/', { verification_token })).status).toBe(200);
    expect((await post('/auth/token/', { verification_token })).status).toBe(401);
  });

  test.each(['agent', 'admin'] as const)('an invited %s is not taken over', async (role) => {
    const invited = await makePerson({ role });
    const verification_token = await verificationToken(invited.email!);
    const body = { email: invited.email, password: PASSWORD, name: 'X', verification_token };
    expect((await post('/auth/register/', body)).status).toBe(409);
    expect((await post('/auth/token/', { verification_token })).status).toBe(401);
  });

  test('a customer whom staff made is joined: same person, his earlier tickets with him', async () => {
    const made = await makePerson({ name: 'C. from the phone' });
    const verification_token = await verificationToken(made.email!);
    const body = { email: made.email, password: PASSWORD, name: 'Carla', verification_token };
    const answer = await post('/auth/register/', body);
    expect(answer).toMatchObject({ status: 201, body: { user: { id: made.id, name: 'Carla' } } });
  });

  test('a disabled customer stays outside', async () => {
    const disabled = await makePerson();
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const verification_token = await verificationToken(disabled.email!);
    const body = { email: disabled.email, password: PASSWORD, name: 'X', verification_token };
    expect((await post('/auth/register/', body)).status).toBe(409);
    expect((await post('/auth/token/', { verification_token })).status).toBe(401);
  });
});

// spec/reliability.md B50 to B54
describe('addresses', () => {
  const bad: unknown[] = [
    ...[
      'a@b',
      '@b.com',
      'a@',
      'a b@c.com',
      'a@b..com',
      'a@-b.com',
      `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.com`,
    ],
    ...['a@[127.0.0.1]', '"e@attacker.com"@victim.com', 'victim@x.com(evil.com)', 'foo@victim. com'],
    ...[
      'victim@example.com (a (b) c) evil@evil.com',
      'a@b.com,evil@e.com',
      'a@b.com;evil@e.com',
      'grp: a@b.com;',
    ],
    ...[
      'victim@x.com\r\nBcc: evil@e.com',
      'victim@x.com%0d%0aBcc:e@e.com',
      'victim@x.com\u2028Bcc: evil@e.com',
      'a\u0000@x.com',
    ],
    ...['victim＠x.com', 'vıctim@x.com', 'ⓥictim@x.com', 'vіctim@x.com', '', ' ', `${'a'.repeat(50_000)}!`],
    ...[['a@b.com', 'evil@e.com'], null, 5, { contains: '@' }, { set: 'a@b.com' }],
  ];
  test.each(bad)('%j is refused at every door and gets no mail', async (address) => {
    const before = (await sql.query('SELECT 1 FROM outbound_mail')).rowCount;
    const verification_token = 'x';
    const started = performance.now();
    const answers = [
      await post('/auth/request-otp/', { email: address }),
      await post('/auth/verify-otp/', { email: address, otp: '123456' }),
      await post('/auth/register/', { email: address, password: PASSWORD, name: 'X', verification_token }),
    ];
    expect(performance.now() - started).toBeLessThan(600);
    expect(answers.map((a) => a.status)).toEqual([422, 422, 422]);
    expect(answers[0]!.body.error!.fields).toHaveProperty('email');
    expect((await sql.query('SELECT 1 FROM outbound_mail')).rowCount).toBe(before);
  });

  test('other cases of one address never make a second account', async () => {
    const verification_token = await verificationToken(email);
    const body = { password: PASSWORD, name: 'X', verification_token };
    expect((await post('/auth/register/', { ...body, email })).status).toBe(201);
    const again = await verificationToken(` ${email.toUpperCase()}`.trim().toLowerCase());
    const answer = await post('/auth/register/', {
      ...body,
      email: `${email.toUpperCase()} `,
      verification_token: again,
    });
    expect(answer.status).toBe(409);
    expect(await peopleWith(email)).toBe(1);
  });
});

// spec/reliability.md B55
test.each([
  ['7 characters', '1234567'],
  ['129 characters', 'x'.repeat(129)],
  ['a NUL', 'abcdefgh\u0000'],
  ['only spaces', '          '],
  ['one of the most common', 'PassWord1'],
  ['a number', 12345678],
  ['an operator', { not: '' }],
  ['null', null],
])('a password of %s is 422, quickly', async (_name, password) => {
  const verification_token = await verificationToken(email);
  const started = performance.now();
  const answer = await post('/auth/register/', { email, password, name: 'X', verification_token });
  expect(performance.now() - started).toBeLessThan(300);
  expect(answer).toMatchObject({ status: 422, body: { error: { code: 'validation_failed' } } });
  expect(answer.body.error!.fields).toHaveProperty('password');
});

test('a password that is the address is 422; 10 MB of password is 413', async () => {
  const verification_token = await verificationToken(email);
  const same = await post('/auth/register/', { email, password: email, name: 'X', verification_token });
  expect(same.status).toBe(422);
  const huge = await post('/auth/register/', {
    email,
    password: 'x'.repeat(1e7),
    name: 'X',
    verification_token,
  });
  expect(huge.status).toBe(413);
});

describe('sign-in', () => {
  test('wrong password, unknown address, no password, disabled, malformed address: the same bytes', async () => {
    const known = await makePerson({ password: PASSWORD });
    const invited = await makePerson({ role: 'agent' });
    const disabled = await makePerson({ password: PASSWORD });
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const answers = [
      await post('/auth/token/', { email: known.email, password: 'wrong password' }),
      await post('/auth/token/', { email, password: 'wrong password' }),
      await post('/auth/token/', { email: invited.email, password: PASSWORD }),
      await post('/auth/token/', { email: disabled.email, password: PASSWORD }),
      await post('/auth/token/', { email: 'no address', password: PASSWORD }),
      await post('/auth/token/', { email: known.email, password: '' }),
      await post('/auth/token/', { email: known.email, password: '\u0000' }),
    ];
    expect(new Set(answers.map(comparable)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'invalid_credentials' } } });
  });

  test('every byte of a long password counts', async () => {
    const long = 'x'.repeat(72);
    const person = await makePerson({ password: `${long}ab` });
    expect((await post('/auth/token/', { email: person.email, password: `${long}ab` })).status).toBe(200);
    expect((await post('/auth/token/', { email: person.email, password: `${long}ac` })).status).toBe(401);
    expect((await post('/auth/token/', { email: person.email, password: long })).status).toBe(401);
  });

  // spec/reliability.md B59 and neighbours
  test.each([
    [{ email: { contains: '@' }, password: { not: '' } }],
    [{ email: 'a@b.com', password: ['x'] }],
    [{ email: 'a@b.com' }],
    [{ password: 'x' }],
    [{}],
    [{ email: 'a@b.com', username: 'c@d.com', password: 'x' }],
    [{ email: 'a@b.com', password: 'x', verification_token: 'y' }],
    [{ email: 'a@b.com', password: 'x', role: 'admin' }],
    [{ email: 'a@b.com', password: 'x'.repeat(513) }],
    [[]],
    [null],
  ])('%j is 422', async (body) => {
    expect((await post('/auth/token/', body)).status).toBe(422);
  });

  // spec/reliability.md B58
  test.each(['', ' ', '%20', 'null', '0198f000-0000-7000-8000-000000000000.', '\u0000'])(
    'the token %j signs nobody in',
    async (token) => {
      expect((await post('/auth/token/', { verification_token: token })).status).toBe(401);
      expect((await post('/auth/token/refresh/', { refresh: token })).status).toBe(401);
      const body = { token, password: PASSWORD };
      expect((await post('/auth/accept-invitation/', body)).status).toBe(422);
      const setup = { token, password: PASSWORD, email, name: 'X' };
      expect((await post('/setup/', setup)).status).toBe(422);
    },
  );

  test('a token without an account is refused but stays good for registering', async () => {
    const verification_token = await verificationToken(email);
    expect((await post('/auth/token/', { verification_token })).status).toBe(401);
    const body = { email, password: PASSWORD, name: 'X', verification_token };
    expect((await post('/auth/register/', body)).status).toBe(201);
  });

  test('Google is not there when it is not set up', async () => {
    expect((await post('/auth/google/', { credential: 'x' })).status).toBe(404);
  });
});
