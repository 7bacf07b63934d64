import type { Sql } from '../db/transaction';

/** The mailbox that the lab's customers write to where the house has none. */
export const LAB_MAILBOX = 'support@switchboard.test';

/** The address of the house's first mailbox that is in use; null when there is none. */
export async function mailboxInUse(from: Sql): Promise<string | null> {
  const { rows } = await from.query<{ address: string }>(
    'SELECT address FROM mailbox WHERE is_active ORDER BY created_at, id LIMIT 1',
  );
  return rows[0]?.address ?? null;
}
