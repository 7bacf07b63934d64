import { signAccessToken } from '../../auth/access-token';
import { newNonce, tokenFor } from '../../auth/secrets';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';

export interface Tokens {
  access: string;
  refresh: string;
}

/** What a refresh token is made for; keeps it from serving as a link, and a link from serving as one. */
export const REFRESH = 'refresh';

/** Writes a refresh token of a session, which holds as long as the session, and signs an access token with it. */
export async function issueTokens(
  tx: Tx,
  session: { personId: string; sessionId: string },
): Promise<Tokens & { refreshId: string }> {
  const refreshId = newId();
  const nonce = newNonce();
  await tx.query(
    `INSERT INTO refresh_token (id, session_id, nonce, expires_at)
     SELECT $1, id, $2, expires_at FROM session WHERE id = $3`,
    [refreshId, nonce, session.sessionId],
  );
  return { access: await signAccessToken(session), refresh: tokenFor(REFRESH, refreshId, nonce), refreshId };
}
