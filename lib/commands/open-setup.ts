import { inTransaction } from '../db/transaction';
import { env } from '../env';
import { issueVerification } from './steps/verification-tokens';

/**
 * The address at which the first admin makes himself, with a fresh one-time token that holds for a day; null when
 * there is an admin. For the start to print, never to log: it opens the house.
 */
export function openSetup(): Promise<string | null> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query("SELECT 1 FROM person WHERE role = 'admin' LIMIT 1");
    if (rowCount !== 0) return null;
    const { token } = await issueVerification(tx, 'setup', {});
    return `${env().APP_URL}/setup#${token}`;
  });
}
