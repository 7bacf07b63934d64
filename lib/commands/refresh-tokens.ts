import { signAccessToken } from '../auth/access-token';
import { sameText, tokenFor, tokenRowId } from '../auth/secrets';
import { inTransaction, type Tx } from '../db/transaction';
import { Unauthenticated } from '../errors';
import { endSessions } from './steps/end-sessions';
import { issueTokens, REFRESH, type Tokens } from './steps/issue-tokens';

/** A spent token may come again this soon: two tabs, or an answer that got lost. */
const GRACE_SECONDS = 10;

interface Row {
  nonce: string;
  used: boolean;
  in_grace: boolean;
  live: boolean;
  successor_id: string | null;
  successor_nonce: string | null;
}
interface Family {
  personId: string;
  sessionId: string;
}

/**
 * Exchanges a refresh token for its successor and a fresh access token (C12). Within the grace a spent token gives
 * the same successor again; later it ends the whole session, because two hold it and one of them stole it.
 *
 * @throws Unauthenticated `invalid_token` whatever is wrong with it.
 */
export async function refreshTokens(token: string): Promise<Tokens> {
  // refused after the commit: ending the family must stay
  const tokens = await inTransaction((tx) => exchange(tx, token));
  if (!tokens) throw new Unauthenticated('The refresh token does not hold. Sign in again.', 'invalid_token');
  return tokens;
}

async function exchange(tx: Tx, token: string): Promise<Tokens | null> {
  const id = tokenRowId(token);
  const family = id && (await lockFamily(tx, id));
  if (!id || !family) return null;
  const { rows } = await tx.query<Row>(
    `SELECT r.nonce, r.used_at IS NOT NULL AS used, r.expires_at > now() AS live,
            r.used_at > clock_timestamp() - make_interval(secs => $2) AS in_grace,
            r.successor_id, n.nonce AS successor_nonce
     FROM refresh_token r LEFT JOIN refresh_token n ON n.id = r.successor_id WHERE r.id = $1`,
    [id, GRACE_SECONDS],
  );
  const row = rows[0];
  if (!row?.live || !sameText(tokenFor(REFRESH, id, row.nonce), token)) return null;
  if (!row.used) return rotate(tx, id, family);
  if (row.in_grace && row.successor_id && row.successor_nonce) {
    const refresh = tokenFor(REFRESH, row.successor_id, row.successor_nonce);
    return { access: await signAccessToken(family), refresh };
  }
  await endSessions(tx, family.personId, { only: family.sessionId, actorId: null });
  return null;
}

/** One at a time for a session; null when it is over or its person may no longer sign in. */
async function lockFamily(tx: Tx, tokenId: string): Promise<Family | null> {
  const { rows } = await tx.query<Family>(
    `SELECT s.id AS "sessionId", s.person_id AS "personId"
     FROM session s JOIN person p ON p.id = s.person_id
     WHERE s.id = (SELECT session_id FROM refresh_token WHERE id = $1)
       AND s.revoked_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL
     FOR UPDATE OF s`,
    [tokenId],
  );
  return rows[0] ?? null;
}

async function rotate(tx: Tx, id: string, family: Family): Promise<Tokens> {
  const { refreshId, ...tokens } = await issueTokens(tx, family);
  await tx.query('UPDATE refresh_token SET used_at = clock_timestamp(), successor_id = $2 WHERE id = $1', [
    id,
    refreshId,
  ]);
  return tokens;
}
