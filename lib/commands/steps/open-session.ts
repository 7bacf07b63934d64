import type { Client } from '../../auth/client';
import { SESSION_DAYS } from '../../auth/session-cookie';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { issueTokens, type Tokens } from './issue-tokens';

/** A browser keeps its session in next-auth's cookie; an API client gets tokens. */
export type SessionKind = 'browser' | 'api';

export interface OpenedSession {
  personId: string;
  sessionId: string;
  /** Null for a browser. */
  tokens: Tokens | null;
}

/** Writes a new login of a person; its id is fresh each time, whatever the client brought along (C14). */
export async function openSession(
  tx: Tx,
  personId: string,
  kind: SessionKind,
  client: Client,
): Promise<OpenedSession> {
  const sessionId = newId();
  await tx.query(
    `INSERT INTO session (id, person_id, kind, user_agent, expires_at)
     VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
    [sessionId, personId, kind, client.userAgent.slice(0, 200), SESSION_DAYS],
  );
  if (kind === 'browser') return { personId, sessionId, tokens: null };
  const { access, refresh } = await issueTokens(tx, { personId, sessionId });
  return { personId, sessionId, tokens: { access, refresh } };
}
