import { sql } from '../db/transaction';

/** Where the mailbox page of the demo finds the door for mail, whose port is another one each time. */
export const MAIL_DOOR_KEY = 'mail_in_door';

export async function noteMailDoor(url: string): Promise<void> {
  await sql.query(
    `INSERT INTO setting (key, value, updated_at) VALUES ($1, to_jsonb($2::text), now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [MAIL_DOOR_KEY, url],
  );
}
