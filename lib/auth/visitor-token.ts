import { pool } from '../db/pool';
import type { Visit } from '../rules/permissions';
import type { Locale } from '../schemas/values';
import { acceptedLocale } from './accepted-locale';
import { sameText, tokenFor, tokenRowId } from './secrets';

/**
 * Tokens of a website's visitors: `sbv_<row>.<secret>`, derived and never stored. Who holds one is that browser again;
 * it opens nothing but its own conversations (spec/reliability.md C47).
 */
export const visitorToken = (id: string, nonce: string): string => `sbv_${tokenFor('visitor', id, nonce)}`;

/** A visitor and whose he is: the person he was made, or whom that one was merged into; before there is one, his own id. */
export interface VisitorLogin extends Visit {
  personId: string;
  name: string;
  locale: Locale;
}

/** How long one process may believe an answer, as for sessions (C13). */
const BELIEVED_MS = 2_000;
const KEPT = 10_000;
const known = new Map<string, { until: number; login: Promise<(VisitorLogin & { nonce: string }) | null> }>();

/** Null when the text is no token, or one of a visitor who is forgotten or whose person may not come in. */
export async function readVisitor(token: string, fresh = false): Promise<VisitorLogin | null> {
  const id = token.length <= 100 ? tokenRowId(token.slice('sbv_'.length)) : null;
  if (id === null) return null;
  const found = await loginOf(id, fresh);
  if (!found || !sameText(token, visitorToken(id, found.nonce))) return null;
  const { nonce: _, ...login } = found;
  return login;
}

function loginOf(id: string, fresh: boolean) {
  const now = performance.now();
  const believed = known.get(id);
  if (!fresh && believed && believed.until > now) return believed.login;
  if (known.size >= KEPT) known.clear();
  const login = load(id);
  known.set(id, { until: now + BELIEVED_MS, login });
  login.catch(() => known.delete(id));
  return login;
}

async function load(id: string): Promise<(VisitorLogin & { nonce: string }) | null> {
  const { rows } = await pool().query<VisitorLogin & { nonce: string }>({
    name: 'read-visitor',
    text: `SELECT v.id, v.nonce, v.widget_id AS "widgetId", v.locale, v.joined_at IS NOT NULL AS "hasJoined",
             coalesce(v.person_id, v.id) AS "begunBy", coalesce(k.id, v.id) AS "personId",
             coalesce(k.name, v.name, '') AS name
           FROM visitor v LEFT JOIN person p ON p.id = v.person_id
           LEFT JOIN person k ON k.id = coalesce(p.merged_into, p.id)
           WHERE v.id = $1 AND k.disabled_at IS NULL`,
    values: [id],
  });
  const row = rows[0];
  return row ? { ...row, locale: acceptedLocale(row.locale) } : null;
}

/** Forgets what this process believes of a visitor, at once after it changed him itself. */
export const forgetVisitor = (id: string): void => void known.delete(id);
