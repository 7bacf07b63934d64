import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { env } from '../env';

/**
 * Access tokens of API clients: a JWT that names a person and a session, and nothing that could be out of date (the
 * role is read from the person's row each time). One algorithm, a key of its own made from AUTH_SECRET.
 */
const ISSUER = 'switchboard';
const AUDIENCE = 'switchboard-api';
const TYPE = 'at+jwt';
/** With the minute that clocks may differ, a token is never taken for longer than 15 minutes. */
const LIFETIME = 14 * 60;
const LEEWAY = 60;

const key = (): Uint8Array => createHmac('sha256', env().AUTH_SECRET).update('access-token').digest();

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), iat: z.number(), exp: z.number() });

export function signAccessToken(session: { personId: string; sessionId: string }): Promise<string> {
  const issued = Math.floor(Date.now() / 1000);
  return new SignJWT({ sid: session.sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(session.personId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + LIFETIME)
    .sign(key());
}

/** What a token says, or null when it is not one that we would have signed and that still holds. */
export async function verifyAccessToken(
  token: string,
): Promise<{ personId: string; sessionId: string; expiresAt: Date } | null> {
  try {
    const { payload } = await jwtVerify(token, key(), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      clockTolerance: LEEWAY,
      maxTokenAge: LIFETIME,
    });
    const { sub, sid, iat, exp } = claims.parse(payload);
    if (exp - iat > LIFETIME) return null;
    return { personId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}
