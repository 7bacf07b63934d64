import { createHash, randomBytes } from 'node:crypto';
import { pool } from '../db/pool';
import { log } from '../log';
import type { Locale, Role } from '../schemas/values';
import { type ScopeRow, scopeColumns } from './scope-columns';

/**
 * Keys of machines: `sbk_` and 32 random bytes. Only the hash is kept; a plain one is enough, since nobody can try
 * through 256 bits. A key acts as its person, with his rights of this moment.
 */
export interface KeyLogin extends ScopeRow {
  keyId: string;
  scope: 'read' | 'full';
  personId: string;
  role: Role;
  name: string;
  locale: Locale;
}

export const newKeySecret = (): string => `sbk_${randomBytes(32).toString('base64url')}`;
export const keyHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** How long one process may believe an answer, as for sessions (C13). */
const BELIEVED_MS = 2_000;
const KEPT = 1_000;
const known = new Map<string, { until: number; login: Promise<KeyLogin | null> }>();

/** Whose key it is, or null when the text is no key, or one that was revoked or whose person may not come in. */
export function readKey(secret: string): Promise<KeyLogin | null> {
  if (!/^sbk_[\w-]{43}$/.test(secret)) return Promise.resolve(null);
  const hash = keyHash(secret);
  const now = performance.now();
  const believed = known.get(hash);
  if (believed && believed.until > now) return believed.login;
  if (known.size >= KEPT) known.clear();
  const login = loadKey(hash);
  known.set(hash, { until: now + BELIEVED_MS, login });
  login.catch(() => known.delete(hash));
  return login;
}

async function loadKey(hash: string): Promise<KeyLogin | null> {
  const { rows } = await pool().query<KeyLogin & { idle: boolean }>({
    name: 'read-key',
    text: `SELECT k.id AS "keyId", k.scope, p.id AS "personId", p.role, p.name, p.locale, ${scopeColumns},
             coalesce(k.last_used_at < now() - interval '1 minute', true) AS idle
           FROM api_key k JOIN person p ON p.id = k.person_id
           WHERE k.secret_hash = $1 AND k.revoked_at IS NULL AND p.disabled_at IS NULL`,
    values: [hash],
  });
  const row = rows[0];
  if (!row) return null;
  if (row.idle) {
    pool()
      .query('UPDATE api_key SET last_used_at = now() WHERE id = $1', [row.keyId])
      .catch((error: Error) => log.warn({ err: error }, 'key not touched'));
  }
  return row;
}

/** Forgets what this process believes of keys, at once after one was revoked here. */
export const forgetKeys = (): void => known.clear();
