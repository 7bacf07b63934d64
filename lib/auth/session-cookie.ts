import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '../env';

/** Days after which a login ends, however much it was used (spec/reliability.md C12). */
export const SESSION_DAYS = 30;

export const isSecure = (): boolean => env().APP_URL.startsWith('https:');

/**
 * The one name that APP_URL implies. Accepting the plain name under https as well would let a neighbour plant a
 * cookie; `__Host-` binds it to this very host.
 */
export const sessionCookieName = (): string => `${isSecure() ? '__Host-' : ''}next-auth.session-token`;

const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/** Who the browser's cookie says it is; null when there is none or it does not hold. */
export async function readSessionCookie(
  cookieHeader: string,
): Promise<{ personId: string; sessionId: string } | null> {
  const token = joinedCookie(cookieHeader, sessionCookieName());
  if (token === null) return null;
  try {
    const payload = await decode({ token, secret: env().AUTH_SECRET });
    const { sub, sid } = claims.parse(payload);
    return { personId: sub, sessionId: sid };
  } catch {
    return null;
  }
}

/** A cookie's value; next-auth cuts a long one into `name.0`, `name.1`. Of two with one name the first counts. */
function joinedCookie(header: string, name: string): string | null {
  const parts = new Map<number, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at).trim();
    if (at < 1 || !key.startsWith(name)) continue;
    const suffix = key.slice(name.length);
    const index = suffix === '' ? 0 : Number(/^\.(\d)$/.exec(suffix)?.[1] ?? Number.NaN);
    if (!Number.isNaN(index) && !parts.has(index)) parts.set(index, pair.slice(at + 1).trim());
  }
  if (parts.size === 0) return null;
  return [...parts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value)
    .join('');
}
