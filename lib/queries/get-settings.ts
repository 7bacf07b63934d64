import { type Sql, sql } from '../db/transaction';
import { env } from '../env';
import { type Settings, settingsSchema } from '../schemas/settings';

const KEYS = Object.keys(settingsSchema.shape);

/** The workspace's settings, each with its default where nobody set it. One small query; nothing is remembered. */
export async function getSettings(from: Sql = sql): Promise<Settings> {
  const { rows } = await from.query<{ key: string; value: unknown }>(
    'SELECT key, value FROM setting WHERE key = ANY($1)',
    [KEYS],
  );
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Days during which a resolved ticket opens again while admins set no others: the environment's. */
export const usualReopenDays = (): number => env().RESOLVED_WINDOW_DAYS;
