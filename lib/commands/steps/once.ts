import { inTransaction, type Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import type { Actor } from '../../rules/permissions';

/** A POST that may come twice: the client's key and the hash of what it asked (spec/reliability.md P10). */
export interface Attempt {
  key: string;
  hash: string;
}

/**
 * Runs a command's work in one transaction, at most once for each Idempotency-Key of a person (24 hours). The key,
 * the work and its answer commit together, so a repeat either finds the saved answer or runs as if it were the first.
 * Two at the same moment: the second waits for the first one's row and then gets its answer.
 *
 * @throws Invalid `idempotency_mismatch` when the key came before with another request.
 */
export async function once<T>(
  actor: Actor,
  attempt: Attempt | undefined,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!attempt) return inTransaction(work);
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(
      `INSERT INTO idempotency_key AS k (person_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, key) DO UPDATE SET request_hash = $3, answer = NULL, created_at = now()
         WHERE k.created_at < now() - interval '24 hours'`,
      [actor.id, attempt.key, attempt.hash],
    );
    if (rowCount === 0) return savedAnswer<T>(tx, actor, attempt);
    const answer = await work(tx);
    await tx.query('UPDATE idempotency_key SET answer = $3 WHERE person_id = $1 AND key = $2', [
      actor.id,
      attempt.key,
      JSON.stringify({ value: answer }),
    ]);
    return answer;
  });
}

async function savedAnswer<T>(tx: Tx, actor: Actor, attempt: Attempt): Promise<T> {
  const { rows } = await tx.query<{ request_hash: string; answer: { value: T } }>(
    'SELECT request_hash, answer FROM idempotency_key WHERE person_id = $1 AND key = $2',
    [actor.id, attempt.key],
  );
  const saved = rows[0]!;
  if (saved.request_hash === attempt.hash) return saved.answer.value;
  const message = 'This Idempotency-Key was used for another request.';
  throw new Invalid({ 'idempotency-key': ['idempotency_mismatch'] }, message, 'idempotency_mismatch');
}
