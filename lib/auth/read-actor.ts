import { pool } from '../db/pool';
import { Unauthenticated } from '../errors';
import { log } from '../log';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import type { Locale, Role } from '../schemas/values';
import { verifyAccessToken } from './access-token';
import { readKey } from './api-key';
import { type ScopeRow, scopeColumns } from './scope-columns';
import { readSessionCookie } from './session-cookie';
import { readVisitor } from './visitor-token';

/** Who knocks: the person as the database has him now, and until when the credential holds. */
export interface Identity {
  actor: Actor;
  /** What the person reads in. */
  locale: Locale;
  via: 'cookie' | 'bearer';
  expiresAt: Date;
  /** Present when a machine's key was sent; the actor is then its person. */
  key?: { id: string; scope: 'read' | 'full' };
}

interface Login extends ScopeRow {
  personId: string;
  role: Role;
  name: string;
  locale: Locale;
  expiresAt: Date;
}

/** How long one process may believe an answer, so that revoking is effective everywhere within 5 s (C13). */
const BELIEVED_MS = 2_000;
const KEPT = 10_000;
const logins = new Map<string, { until: number; login: Promise<Login | null> }>();

/**
 * Finds out who sends a request or opens a socket. A bearer token counts before the cookie; one that does not hold is
 * refused even when a good cookie lies beside it.
 *
 * @param fresh asks the database in any case: for a socket, which keeps what it hears for as long as it is open.
 * @returns null when nobody is signed in (no credential, or a cookie whose session is over).
 * @throws Unauthenticated when a bearer token was sent that does not hold.
 */
export async function readActor(
  headers: { authorization?: string | null; cookie?: string | null },
  { fresh = false }: { fresh?: boolean } = {},
): Promise<Identity | null> {
  const { authorization, cookie } = headers;
  if (authorization && /^bearer/i.test(authorization.trim())) return byBearer(authorization, fresh);
  const claim = cookie ? await readSessionCookie(cookie) : null;
  if (!claim) return null;
  const login = await currentLogin(claim.sessionId, fresh);
  if (!login || login.personId !== claim.personId) return null;
  return identity(login, claim.sessionId, 'cookie', login.expiresAt);
}

/** Is this login of this person in force? As fresh as {@link readActor}. */
export async function isCurrentLogin(personId: string, sessionId: string): Promise<boolean> {
  return (await currentLogin(sessionId))?.personId === personId;
}

async function byBearer(authorization: string, fresh: boolean): Promise<Identity> {
  const secret = /^Bearer (sbk_\S*)$/.exec(authorization)?.[1];
  if (secret !== undefined) return byKey(secret);
  const visitor = /^Bearer (sbv_\S*)$/.exec(authorization)?.[1];
  if (visitor !== undefined) return byVisitor(visitor, fresh);
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
  const claim = token && token.length <= 4_096 ? await verifyAccessToken(token) : null;
  const login = claim ? await currentLogin(claim.sessionId, fresh) : null;
  if (!claim || !login || login.personId !== claim.personId) {
    throw new Unauthenticated('The access token does not hold. Get a new one.');
  }
  return identity(login, claim.sessionId, 'bearer', claim.expiresAt);
}

/** What is wrong with a key (no such key, revoked, its person gone) is not told. */
async function byKey(secret: string): Promise<Identity> {
  const login = await readKey(secret);
  if (!login) throw new Unauthenticated('This key does not hold.');
  const { keyId, scope, personId, role, name, locale, visibility, teamIds } = login;
  const expiresAt = new Date(Date.now() + BELIEVED_MS);
  return {
    actor: { id: personId, role, name, sessionId: null, scope: { visibility, team_ids: teamIds } },
    locale,
    via: 'bearer',
    expiresAt,
    key: { id: keyId, scope },
  };
}

/** Somebody on a website: a customer whose person is his own, and who sees nothing but that website's chat. */
async function byVisitor(token: string, fresh: boolean): Promise<Identity> {
  const login = await readVisitor(token, fresh);
  if (!login) throw new Unauthenticated('This visitor is not known any more.');
  const { personId, name, locale, ...visitor } = login;
  return {
    actor: { id: personId, role: 'customer', name, sessionId: null, scope: PLAIN_SCOPE, visitor },
    locale,
    via: 'bearer',
    expiresAt: new Date(Date.now() + 86_400_000),
  };
}

const identity = (login: Login, sessionId: string, via: Identity['via'], expiresAt: Date): Identity => ({
  actor: {
    id: login.personId,
    role: login.role,
    name: login.name,
    sessionId,
    scope: { visibility: login.visibility, team_ids: login.teamIds },
  },
  locale: login.locale,
  via,
  expiresAt,
});

function currentLogin(sessionId: string, fresh = false): Promise<Login | null> {
  const now = performance.now();
  const known = logins.get(sessionId);
  if (!fresh && known && known.until > now) return known.login;
  if (logins.size >= KEPT) logins.clear();
  const login = loadLogin(sessionId);
  logins.set(sessionId, { until: now + BELIEVED_MS, login });
  // a failed question is no answer: the next request asks again
  login.catch(() => logins.delete(sessionId));
  return login;
}

async function loadLogin(sessionId: string): Promise<Login | null> {
  const { rows } = await pool().query<Login & { idle: boolean }>({
    name: 'read-actor',
    text: `SELECT p.id AS "personId", p.role, p.name, p.locale, s.expires_at AS "expiresAt",
             ${scopeColumns},
             s.last_seen_at < now() - interval '5 minutes' AS idle
           FROM session s JOIN person p ON p.id = s.person_id
           WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL`,
    values: [sessionId],
  });
  const row = rows[0];
  if (!row) return null;
  if (row.idle) touch(sessionId);
  return row;
}

/** Notes that the session is in use, at most every five minutes; nobody waits for it. */
function touch(sessionId: string): void {
  pool()
    .query('UPDATE session SET last_seen_at = now() WHERE id = $1', [sessionId])
    .catch((error: Error) => log.warn({ err: error }, 'session not touched'));
}

/** Forgets what this process believes of sessions, at once after it changed them itself; all when none is named. */
export function forgetLogins(sessionIds?: readonly string[]): void {
  if (!sessionIds) logins.clear();
  else for (const id of sessionIds) logins.delete(id);
}
