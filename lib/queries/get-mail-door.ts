import { sql } from '../db/transaction';
import { MAIL_DOOR_KEY } from '../email/hand-in';
import { env } from '../env';

/** Where the house takes mail by SMTP, as a URL; null while no worker does. */
export async function getMailDoor(): Promise<string | null> {
  if (env().MAIL_IN_SMTP) return `smtp://${env().MAIL_IN_SMTP}`;
  const { rows } = await sql.query<{ door: string }>(
    `SELECT value #>> '{}' AS door FROM setting WHERE key = $1`,
    [MAIL_DOOR_KEY],
  );
  return rows[0]?.door ?? null;
}
