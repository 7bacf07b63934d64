import type { Client } from '../../auth/client';
import { SESSION_DAYS } from '../../auth/session-cookie';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { Unauthenticated } from '../../errors';
import { recordEvent } from '../../events/record';
import { isStaff } from '../../rules/permissions';
import type { Role } from '../../schemas/values';
import { issueTokens, type Tokens } from './issue-tokens';

/** A browser keeps its session in next-auth's cookie; an API client gets tokens. */
export type SessionKind = 'browser' | 'api';

export interface OpenedSession {
  personId: string;
  sessionId: string;
  /** Null for a browser. */
  tokens: Tokens | null;
}

/** Writes a new login of a person; its id is fresh each time, whatever the client brought along (C14). Of staff it is recorded. */
export async function openSession(
  tx: Tx,
  accountId: string,
  kind: SessionKind,
  client: Client,
): Promise<OpenedSession> {
  const sessionId = newId();
  const { id: personId, role } = await himself(tx, accountId);
  await tx.query(
    `INSERT INTO session (id, person_id, kind, user_agent, expires_at)
     VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
    [sessionId, personId, kind, client.userAgent.slice(0, 200), SESSION_DAYS],
  );
  if (isStaff(role)) {
    const data = { person_id: personId, session_id: sessionId, kind };
    await recordEvent(tx, 'session.started', data, personId);
  }
  if (kind === 'browser') return { personId, sessionId, tokens: null };
  const { access, refresh } = await issueTokens(tx, { personId, sessionId });
  return { personId, sessionId, tokens: { access, refresh } };
}

/** Whose account it is; a merged customer's is that of the one whom he was merged into. */
async function himself(tx: Tx, accountId: string): Promise<{ id: string; role: Role }> {
  const { rows } = await tx.query<{ id: string; role: Role }>(
    `SELECT k.id, k.role FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id)
     WHERE p.id = $1 AND k.disabled_at IS NULL FOR KEY SHARE`,
    [accountId],
  );
  // deactivated, merged or parted at this very moment
  if (!rows[0]) throw new Unauthenticated('This account cannot be used now.', 'invalid_credentials');
  return rows[0];
}
