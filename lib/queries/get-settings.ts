import { type Sql, sql } from '../db/transaction';
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
