import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { env } from '../env';
import { Unavailable } from '../errors';
import { log } from '../log';
import { canonicalAddress } from '../schemas/email-address';

/** Who Google says it is. `subject` is bound to the issuer; the address is verified and in canonical form. */
export interface GooglePerson {
  subject: string;
  email: string;
  name: string;
}

export const isGoogleConfigured = (): boolean =>
  Boolean(env().GOOGLE_CLIENT_ID && env().GOOGLE_CLIENT_SECRET);

export const discoveryUrl = (): string =>
  `${env().GOOGLE_ISSUER.replace(/\/+$/, '')}/.well-known/openid-configuration`;

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });
const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string(),
  // only the literal true counts: an unverified address may be anybody's (spec/reliability.md C16)
  email_verified: z.literal(true),
  name: z.string().optional(),
});

interface Keys {
  issuer: string;
  jwks: ReturnType<typeof createRemoteJWKSet>;
}
let known: Promise<Keys> | undefined;

function keys(): Promise<Keys> {
  if (!known) {
    known = discover();
    known.catch(() => {
      known = undefined;
    });
  }
  return known;
}

async function discover(): Promise<Keys> {
  const response = await fetch(discoveryUrl(), { signal: AbortSignal.timeout(5_000), redirect: 'error' });
  if (!response.ok) throw new Error(`discovery answered ${response.status}`);
  const { issuer, jwks_uri } = discoveryDocument.parse(await response.json());
  return { issuer, jwks: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 5_000 }) };
}

/** Google writes its issuer with and without the scheme. */
const spellings = (issuer: string): string[] => [issuer, issuer.replace(/^https:\/\//, '')];

/**
 * Checks an ID token: signature by the issuer's published keys, our client id as audience, issuer, expiry, a
 * verified address. Null when anything of it does not hold.
 *
 * @throws Unavailable when the issuer's keys cannot be fetched.
 */
export async function verifyGoogleCredential(credential: string): Promise<GooglePerson | null> {
  const found = await keys().catch(away);
  try {
    const { payload } = await jwtVerify(credential, found.jwks, {
      algorithms: ['RS256', 'ES256'],
      audience: env().GOOGLE_CLIENT_ID!,
      issuer: spellings(found.issuer),
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: 60,
    });
    const { sub, email, name } = claims.parse(payload);
    const address = canonicalAddress(email);
    if (address === null) return null;
    return { subject: `${found.issuer}|${sub}`, email: address, name: name ?? address.split('@')[0]! };
  } catch (error) {
    if (error instanceof errors.JWKSTimeout || error instanceof TypeError) away(error);
    return null;
  }
}

function away(error: unknown): never {
  log.warn({ err: error }, 'google keys not reached');
  throw new Unavailable('Google does not answer. Sign in another way, or try again.');
}
