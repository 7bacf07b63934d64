import { type Sql, sql } from '../db/transaction';

/** Whether rows are being imported just now; one that has stood still for a minute holds nothing back. */
export async function importUnderWay(from: Sql = sql): Promise<boolean> {
  const { rowCount } = await from.query(
    `SELECT 1 FROM import WHERE state = 'staged' AND updated_at > now() - interval '1 minute' LIMIT 1`,
  );
  return rowCount === 1;
}
