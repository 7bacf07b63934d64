import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startFakeGoogle } from '@/tests/fake-google';

// env() is read once: the provider must be known before anything of ours is loaded
const google = await startFakeGoogle();
process.env.GOOGLE_ISSUER = google.issuer;
process.env.GOOGLE_CLIENT_ID = google.clientId;
process.env.GOOGLE_CLIENT_SECRET = google.clientSecret;
const { nextAuth } = await import('./next-auth');
const { forgetLogins, readActor } = await import('@/lib/auth/read-actor');
const { sql } = await import('@/lib/db/transaction');
const { makePerson, PASSWORD, send, verificationToken } = await import('@/tests/identity');

afterAll(() => google.stop());

/** A browser: keeps cookies, follows nothing by itself. */
class Browser {
  readonly jar = new Map<string, string>();
  async go(
    method: string,
    path: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    const response = await nextAuth(
      new Request(new URL(path, 'http://localhost:3000'), {
        method,
        headers: {
          cookie: this.cookie,
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...headers,
        },
        ...(form ? { body: new URLSearchParams(form) } : {}),
      }),
      '203.0.113.7',
    );
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '' || /max-age=0/i.test(cookie)) this.jar.delete(name!);
      else this.jar.set(name!, value!);
    }
    return response;
  }
  get cookie() {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  async csrf() {
    return ((await (await this.go('GET', '/api/auth/csrf')).json()) as { csrfToken: string }).csrfToken;
  }
  /** What signIn('credentials', { redirect: false }) of next-auth/react does. */
  async signIn(credentials: Record<string, string>, callbackUrl = '/desk') {
    const csrfToken = await this.csrf();
    const form = { ...credentials, csrfToken, callbackUrl, json: 'true' };
    const response = await this.go('POST', '/api/auth/callback/credentials', form);
    const { url } = (await response.json()) as { url: string };
    return { status: response.status, url, error: new URL(url).searchParams.get('error') };
  }
  async google() {
    const csrfToken = await this.csrf();
    const form = { csrfToken, callbackUrl: '/desk', json: 'true' };
    const response = await this.go('POST', '/api/auth/signin/google', form);
    const { url } = (await response.json()) as { url: string };
    return google.consent(url);
  }
  async comeBack(url: URL) {
    const response = await this.go('GET', url.pathname + url.search);
    return { status: response.status, location: response.headers.get('location') ?? '' };
  }
  actor = async () => (await readActor({ cookie: this.cookie }))?.actor ?? null;
}

let browser: Browser;
beforeEach(() => {
  forgetLogins();
  browser = new Browser();
});

describe('a browser with a password', () => {
  test('gets a cookie that holds nothing to read and that scripts do not see', async () => {
    const person = await makePerson({ role: 'agent', password: PASSWORD });
    expect(await browser.signIn({ email: person.email!, password: PASSWORD })).toEqual({
      status: 200,
      url: 'http://localhost:3000/desk',
      error: null,
    });
    const csrfToken = await browser.csrf();
    const form = { email: person.email!, password: PASSWORD, csrfToken, json: 'true' };
    const again = await browser.go('POST', '/api/auth/callback/credentials', form);
    const cookie = again.headers.getSetCookie().find((c) => c.startsWith('next-auth.session-token='))!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(Buffer.from(cookie, 'base64').toString()).not.toContain(person.id);
    expect(await browser.actor()).toMatchObject({ id: person.id, role: 'agent' });
    expect(await (await browser.go('GET', '/api/auth/session')).json()).toMatchObject({
      user: { id: person.id },
    });
  });

  test('each login is a session of its own; a planted cookie is not kept', async () => {
    const person = await makePerson({ password: PASSWORD });
    await browser.signIn({ email: person.email!, password: PASSWORD });
    const first = (await browser.actor())!.sessionId;
    const planted = browser.jar.get('next-auth.session-token')!;
    await browser.signIn({ email: person.email!, password: PASSWORD });
    expect(browser.jar.get('next-auth.session-token')).not.toBe(planted);
    expect((await browser.actor())!.sessionId).not.toBe(first);
  });

  test('wrong password, unknown address, disabled, nothing at all: the same answer', async () => {
    const person = await makePerson({ password: PASSWORD });
    const disabled = await makePerson({ password: PASSWORD });
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [disabled.id]);
    for (const credentials of [
      { email: person.email!, password: 'wrong password' },
      { email: 'nobody@example.test', password: PASSWORD },
      { email: disabled.email!, password: PASSWORD },
      { email: person.email! },
      { verification_token: 'x' },
      { 'email[contains]': '@', password: 'x' },
      {},
    ] as Record<string, string>[]) {
      expect(await browser.signIn(credentials)).toMatchObject({ status: 401, error: 'CredentialsSignin' });
    }
    expect(await browser.actor()).toBeNull();
  });

  test('a customer may come back with a code instead', async () => {
    const person = await makePerson();
    const verification_token = await verificationToken(person.email!);
    expect((await browser.signIn({ verification_token })).status).toBe(200);
    expect(await browser.actor()).toMatchObject({ id: person.id });
    expect((await new Browser().signIn({ verification_token })).status).toBe(401);
  });

  test('signing out ends the session at once, also for a copy of the cookie', async () => {
    const person = await makePerson({ password: PASSWORD });
    await browser.signIn({ email: person.email!, password: PASSWORD });
    const copy = browser.cookie;
    await browser.go('POST', '/api/auth/signout', { csrfToken: await browser.csrf(), json: 'true' });
    expect(browser.jar.has('next-auth.session-token')).toBe(false);
    expect(await readActor({ cookie: copy })).toBeNull();
  });

  test('a revoked session is cleared from the browser', async () => {
    const person = await makePerson({ password: PASSWORD });
    await browser.signIn({ email: person.email!, password: PASSWORD });
    await sql.query('UPDATE session SET revoked_at = now() WHERE person_id = $1', [person.id]);
    forgetLogins();
    expect(await (await browser.go('GET', '/api/auth/session')).json()).toEqual({});
    expect(browser.jar.has('next-auth.session-token')).toBe(false);
  });

  test('without the csrf token nobody is signed in or out', async () => {
    const person = await makePerson({ password: PASSWORD });
    const credentials = { email: person.email!, password: PASSWORD };
    await browser.go('POST', '/api/auth/callback/credentials', credentials);
    expect(await browser.actor()).toBeNull();
    await browser.signIn(credentials);
    await browser.go('POST', '/api/auth/signout', { csrfToken: 'x' });
    expect(await browser.actor()).not.toBeNull();
  });
});

// spec/reliability.md B62
describe('addresses to return to', () => {
  const evil = [
    '//evil.example',
    'https:evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'http://good.com@evil.example',
    'https://evil.example/x',
    ':',
  ];
  test.each(evil)('%s leads home, from the form, the address and the cookie', async (callbackUrl) => {
    const person = await makePerson({ password: PASSWORD });
    const signedIn = await browser.signIn({ email: person.email!, password: PASSWORD }, callbackUrl);
    expect(signedIn).toMatchObject({ status: 200, url: 'http://localhost:3000/' });
    for (const path of [
      '/api/auth/signin',
      '/api/auth/signout',
      '/api/auth/csrf',
      '/api/auth/error',
      '/api/auth/session',
    ]) {
      const { status, headers } = await browser.go(
        'GET',
        `${path}?callbackUrl=${encodeURIComponent(callbackUrl)}`,
      );
      expect(status).toBeLessThan(400);
      expect(headers.get('location') ?? 'http://localhost:3000/').toMatch(/^(http:\/\/localhost:3000)?\//);
      expect(decodeURIComponent(headers.get('location') ?? '')).not.toContain('evil');
    }
    const planted = { cookie: `next-auth.callback-url=${encodeURIComponent(callbackUrl)}` };
    const { status } = await new Browser().go('GET', '/api/auth/csrf', undefined, planted);
    expect(status).toBe(200);
  });

  test('neither Host nor X-Forwarded-Host make a link', async () => {
    const text = await (await browser.go('GET', '/api/auth/providers')).text();
    expect(text).toContain('http://localhost:3000/api/auth/callback/google');
    expect(text).not.toContain('evil');
  });
});

describe('odd requests', () => {
  test.each([
    ['GET', '/api/auth/callback/credentials'],
    ['GET', '/api/auth/callback/nobody'],
    ['GET', '/api/auth/callback'],
    ['POST', '/api/auth/callback/nobody'],
    ['GET', '/api/auth/callback/google?code=x'],
    ['GET', '/api/auth/callback/google?error=access_denied'],
    ['GET', '/api/auth/error?error=__proto__'],
    ['GET', '/api/auth/signin/__proto__'],
    ['POST', '/api/auth/signin/constructor'],
    ['PUT', '/api/auth/session'],
    ['DELETE', '/api/auth/csrf'],
    ['POST', '/api/auth/session'],
  ])('%s %s is no fault of ours', async (method, path) => {
    const { status } = await browser.go(method, path, method === 'GET' ? undefined : { a: 'b' });
    expect(status).toBeLessThan(500);
  });

  test.each([
    '{',
    '[]',
    'null',
    '{"level":"constructor","code":"x"}',
    '{"csrfToken":{"a":1}}',
    `"${'x'.repeat(100_000)}"`,
  ])('the body %.40j is no fault of ours', async (body) => {
    for (const path of ['/api/auth/callback/credentials', '/api/auth/_log', '/api/auth/signout']) {
      const request = new Request(`http://localhost:3000${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', cookie: 'next-auth.csrf-token=%; __proto__=x; =; ;;' },
      });
      expect((await nextAuth(request, '203.0.113.7')).status).toBeLessThan(500);
    }
  });
});

let n = 0;
/** A Google account that nobody has seen yet. */
const account = (given: Record<string, unknown> = {}) => {
  n++;
  return { sub: `google-${n}`, email: `g${n}@example.test`, name: `Google ${n}`, ...given };
};

describe('Google in the browser', () => {
  test('a new address makes a customer; the same account comes back as him', async () => {
    google.person = account();
    const back = await browser.comeBack(await browser.google());
    expect(back).toEqual({ status: 302, location: 'http://localhost:3000/desk' });
    const actor = await browser.actor();
    expect(actor).toMatchObject({ role: 'customer', name: google.person.name });
    google.person = { ...google.person, email: `moved${n}@example.test` };
    const second = new Browser();
    await second.comeBack(await second.google());
    expect((await second.actor())!.id).toBe(actor!.id);
  });

  test.each([
    ['an address that is not verified', { email_verified: false }],
    ['verified as a text', { email_verified: 'true' }],
    ['an address of two', { email: 'a@b.com,evil@e.com' }],
  ])('%s signs nobody in', async (_name, bend) => {
    google.person = account(bend);
    const { location } = await browser.comeBack(await browser.google());
    expect(location).toContain('/api/auth/error?error=AccessDenied');
    expect(await browser.actor()).toBeNull();
  });

  test('an admin is not reached by his address', async () => {
    const admin = await makePerson({ role: 'admin', password: PASSWORD });
    google.person = account({ email: admin.email });
    await browser.comeBack(await browser.google());
    expect(await browser.actor()).toBeNull();
  });

  test('a missing or other state, a replayed code and another browser are refused', async () => {
    google.person = account();
    const url = await browser.google();
    const noState = new URL(url);
    noState.searchParams.delete('state');
    const otherState = new URL(url);
    otherState.searchParams.set('state', 'x');
    for (const [who, address] of [
      [browser, noState],
      [new Browser(), url],
      [browser, otherState],
    ] as const) {
      expect((await who.comeBack(address)).location).toMatch(/error=/);
      expect(await who.actor()).toBeNull();
    }
    const fresh = new Browser();
    const good = await fresh.google();
    await fresh.comeBack(good);
    expect(await fresh.actor()).not.toBeNull();
    const stolen = new Browser();
    for (const [name, value] of fresh.jar) if (!name.endsWith('session-token')) stolen.jar.set(name, value);
    await stolen.comeBack(good);
    expect(await stolen.actor()).toBeNull();
  });
});

describe('Google by ID token', () => {
  const present = async (credential: unknown) => send('POST', '/auth/google/', { body: { credential } });

  test('a good one gives tokens; two at once make one person', async () => {
    google.person = account();
    const answers = await Promise.all([present(await google.idToken()), present(await google.idToken())]);
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
    const me = await Promise.all(answers.map((a) => send('GET', '/me/', { access: String(a.body.access) })));
    expect(me[0]!.body.id).toBe(me[1]!.body.id);
    expect(me[0]!.body).toMatchObject({ role: 'customer', email: google.person.email });
  });

  // spec/reliability.md B61
  test.each([
    ['not verified', { email_verified: false }],
    ['no word about being verified', { email_verified: undefined }],
    ['another audience', { aud: 'other' }],
    ['another issuer', { iss: 'https://accounts.google.com' }],
    ['expired', { iat: 1, exp: 2 }],
    ['no expiry', { exp: undefined }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['no address', { email: undefined }],
  ])('%s: 401', async (_name, bend) => {
    google.person = account();
    expect((await present(await google.idToken(bend))).status).toBe(401);
    const { rowCount } = await sql.query('SELECT 1 FROM person WHERE email = $1', [`g${n}@example.test`]);
    expect(rowCount).toBe(0);
  });

  test('alg none, a foreign key, HS256 with the public key, rubbish: 401', async () => {
    google.person = account();
    const { keys } = (await (await fetch(`${google.issuer}/keys`)).json()) as { keys: object[] };
    const { SignJWT } = await import('jose');
    const now = Math.floor(Date.now() / 1000);
    const mixed = await new SignJWT({
      ...google.person,
      iss: google.issuer,
      aud: google.clientId,
      email_verified: true,
    })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuedAt(now)
      .setExpirationTime(now + 600)
      .sign(new TextEncoder().encode(JSON.stringify(keys[0]).padEnd(64)));
    const tokens = [
      await google.idToken({}, { alg: 'none' }),
      await google.idToken({}, { foreignKey: true }),
      mixed,
      'x',
      '',
      'a.b.c',
    ];
    for (const credential of tokens) expect((await present(credential)).status).toBe(401);
  });

  test.each([null, 5, ['x'], 'x'.repeat(8193)])('the credential %.20j is 422', async (credential) => {
    expect((await present(credential)).status).toBe(422);
  });

  test('never linked to staff, to an account with a password, to a disabled one, or to a second Google account', async () => {
    const linked = await makePerson({ googleSubject: 'other-subject' });
    const disabled = await makePerson();
    await sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [disabled.id]);
    const people = [
      await makePerson({ role: 'admin', password: PASSWORD }),
      await makePerson({ role: 'agent' }),
      await makePerson({ password: PASSWORD }),
      linked,
      disabled,
    ];
    for (const { id, email, googleSubject } of people) {
      google.person = account({ email: email!.toUpperCase() });
      expect((await present(await google.idToken())).status).toBe(401);
      const { rows } = await sql.query('SELECT google_subject FROM person WHERE id = $1', [id]);
      expect(rows).toEqual([{ google_subject: googleSubject }]);
    }
  });

  test('a customer whom staff made is joined; made agent later, Google opens nothing any more', async () => {
    const made = await makePerson();
    google.person = account({ email: made.email });
    const { body } = await present(await google.idToken());
    expect((await send('GET', '/me/', { access: String(body.access) })).body.id).toBe(made.id);
    await sql.query("UPDATE person SET role = 'agent' WHERE id = $1", [made.id]);
    expect((await present(await google.idToken())).status).toBe(401);
  });
});
