import type { Sql } from '../../db/transaction';
import { getSettings, usualReopenDays } from '../../queries/get-settings';

/**
 * Tickets that were resolved before this moment do not open again: an answer makes a follow-up. The workspace's
 * setting goes before the environment's.
 */
export async function reopenLimit(from: Sql): Promise<Date> {
  const days = (await getSettings(from)).reopen_days ?? usualReopenDays();
  return new Date(Date.now() - days * 86_400_000);
}
