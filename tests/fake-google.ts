import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An OpenID provider on a real port: discovery, keys, and the code flow with PKCE and nonce. */
export interface FakeGoogle {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is asked next; also how the ID token is bent. */
  person: Record<string, unknown>;
  /** An ID token as the browser's button hands it over. */
  idToken(
    claims?: Record<string, unknown>,
    options?: { foreignKey?: boolean; alg?: 'none' },
  ): Promise<string>;
  /** What the browser does at the provider's page: consents, and comes back with a code. */
  consent(authorizationUrl: string): URL;
  stop(): Promise<void>;
}

export async function startFakeGoogle(): Promise<FakeGoogle> {
  const keys = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { nonce: string | null; challenge: string | null }>();
  const server = createServer(
    (req, res) =>
      void answer(req).then((value) => {
        res.writeHead(value ? 200 : 400, { 'content-type': 'application/json' });
        res.end(JSON.stringify(value ?? { error: 'invalid_grant' }));
      }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const fake: FakeGoogle = {
    issuer,
    clientId: 'client-of-the-test',
    clientSecret: 'secret-of-the-test',
    person: {},
    async idToken(claims = {}, { foreignKey = false, alg } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: issuer,
        aud: fake.clientId,
        iat: now,
        exp: now + 600,
        email_verified: true,
        ...fake.person,
        ...claims,
      };
      if (alg === 'none') {
        const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `${part({ alg: 'none' })}.${part(payload)}.`;
      }
      const header = { alg: 'RS256', kid: 'k1' };
      return new SignJWT(payload).setProtectedHeader(header).sign((foreignKey ? foreign : keys).privateKey);
    },
    consent(authorizationUrl) {
      const asked = new URL(authorizationUrl).searchParams;
      const code = crypto.randomUUID();
      codes.set(code, { nonce: asked.get('nonce'), challenge: asked.get('code_challenge') });
      const back = new URL(asked.get('redirect_uri')!);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return back;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };

  async function answer(req: IncomingMessage): Promise<unknown> {
    if (req.url === '/.well-known/openid-configuration') {
      return {
        issuer,
        jwks_uri: `${issuer}/keys`,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      };
    }
    if (req.url === '/keys') return { keys: [jwk] };
    if (req.url !== '/token') return null;
    let body = '';
    for await (const chunk of req) body += chunk;
    const form = new URLSearchParams(body);
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = new TextEncoder().encode(form.get('code_verifier') ?? '');
    const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', verifier)).toString('base64url');
    if (!code || code.challenge !== challenge) return null;
    const id_token = await fake.idToken({ nonce: code.nonce });
    return { access_token: 'x', token_type: 'Bearer', expires_in: 600, id_token };
  }
  return fake;
}
