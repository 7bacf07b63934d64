import { expect, test } from 'vitest';

// env() is read once: the factor must be there before anything of ours is loaded
process.env.RATE_LIMIT_SCALE = '1';
const { comparable, makePerson, mailedCode, otherCode, PASSWORD, send } = await import('@/tests/identity');
const { networkOf } = await import('./rate-limits');
const { requestCode } = await import('@/lib/commands/request-code');
const { signIn } = await import('@/lib/commands/sign-in');
const { sql } = await import('@/lib/db/transaction');

const from = (ip: string) => ({ ip, userAgent: '', acceptLanguage: '' });
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error) => error.name,
  );
const reset = () => sql.query('TRUNCATE rate_limit');

test('the sixth password tried on an account from one address is 429, whatever X-Forwarded-For says', async () => {
  const person = await makePerson({ password: PASSWORD });
  const statuses: number[] = [];
  for (let i = 1; i <= 7; i++) {
    const answer = await send('POST', '/auth/token/', {
      body: { email: person.email, password: i < 6 ? `wrong password ${i}` : PASSWORD },
      headers: { 'x-forwarded-for': `1.2.3.${i}` },
    });
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    expect(answer.body.error!.code).toBe('rate_limited');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(200);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(300);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  // the limit of one address stops nobody at another
  expect(
    await outcome(signIn({ email: person.email!, password: PASSWORD }, 'api', from('198.51.100.9'))),
  ).toBe('ok');
});

test('a right password starts the count over', async () => {
  await reset();
  const person = await makePerson({ password: PASSWORD });
  const attempt = (password: string) =>
    outcome(signIn({ email: person.email!, password }, 'api', from('198.51.100.1')));
  for (let i = 0; i < 4; i++) await attempt('wrong password');
  expect(await attempt(PASSWORD)).toBe('ok');
  for (let i = 0; i < 4; i++) expect(await attempt('wrong password')).toBe('Unauthenticated');
  expect(await attempt(PASSWORD)).toBe('ok');
});

test('unknown accounts are limited just the same, byte for byte', async () => {
  await reset();
  const person = await makePerson({ password: PASSWORD });
  const series = async (email: string) => {
    const answers: string[] = [];
    for (let i = 0; i < 6; i++) {
      const answer = await send('POST', '/auth/token/', { body: { email, password: 'wrong password' } });
      answers.push(comparable(answer).replace(/\d+ s\./, 'N s.'));
    }
    return answers;
  };
  expect(await series(person.email!)).toEqual(await series('nobody@example.test'));
});

test('one address tries at most 30 passwords in all', async () => {
  await reset();
  const outcomes: string[] = [];
  for (let i = 0; i < 32; i++) {
    outcomes.push(
      await outcome(signIn({ email: `x${i}@example.test`, password: 'x' }, 'api', from('198.51.100.2'))),
    );
  }
  expect(outcomes.filter((o) => o === 'Unauthenticated')).toHaveLength(30);
  expect(outcomes.slice(30)).toEqual(['RateLimited', 'RateLimited']);
});

test('the fourth code for an address is 429 and not mailed, for known and unknown alike', async () => {
  await reset();
  const person = await makePerson();
  for (const email of [person.email!, 'unknown@example.test']) {
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++)
      statuses.push((await send('POST', '/auth/request-otp/', { body: { email } })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const { rowCount } = await sql.query('SELECT 1 FROM outbound_mail WHERE recipient = $1', [email]);
    expect(rowCount).toBe(3);
  }
});

test('a hundred addresses from one network: 30 codes, also from an IPv6 network', async () => {
  await reset();
  for (const ip of [() => '198.51.100.3', (i: number) => `2001:db8:1:2:${i.toString(16)}::1`]) {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, i) => outcome(requestCode(`bulk${i}@example.test`, from(ip(i))))),
    );
    await sql.query("DELETE FROM rate_limit WHERE key LIKE 'code_address%'");
    expect(outcomes.filter((o) => o === 'ok')).toHaveLength(30);
    expect(outcomes.filter((o) => o === 'RateLimited')).toHaveLength(70);
  }
});

test('tries per code know no factor and no time: five, then never', async () => {
  await reset();
  const email = 'tries@example.test';
  await send('POST', '/auth/request-otp/', { body: { email } });
  const otp = await mailedCode(email);
  for (let i = 0; i < 5; i++)
    await send('POST', '/auth/verify-otp/', { body: { email, otp: otherCode(otp) } });
  await reset();
  expect((await send('POST', '/auth/verify-otp/', { body: { email, otp } })).status).toBe(401);
});

test('the counters hold no address of a person', async () => {
  await reset();
  await send('POST', '/auth/request-otp/', { body: { email: 'private@example.test' } });
  await send('POST', '/auth/token/', { body: { email: 'private@example.test', password: 'x' } });
  const { rows } = await sql.query<{ key: string }>('SELECT key FROM rate_limit');
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.map((row) => row.key).join(' ')).not.toContain('private');
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['', ''],
])('%s counts as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
