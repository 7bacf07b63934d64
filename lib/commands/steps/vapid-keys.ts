import webPush from 'web-push';
import { type Sql, sql } from '../../db/transaction';

const KEY = 'vapid_keys';

export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The keys by which push services know this house (RFC 8292). Made when they are first asked for, and kept: with others,
 * no browser that subscribed would be told anything any more. Of two who make them at once one is believed.
 */
export async function vapidKeys(from: Sql = sql): Promise<VapidKeys> {
  const read = () => from.query<{ value: VapidKeys }>('SELECT value FROM setting WHERE key = $1', [KEY]);
  const known = await read();
  if (known.rows[0]) return known.rows[0].value;
  await from.query(
    'INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now()) ON CONFLICT (key) DO NOTHING',
    [KEY, JSON.stringify(webPush.generateVAPIDKeys())],
  );
  return (await read()).rows[0]!.value;
}
