import { sql } from '../db/transaction';
import { MAIL_DOOR_KEY } from '../email/hand-in';

/** Writes down where the mailbox page of the demo finds the door for mail, whose port is another one each time. */
export async function noteMailDoor(url: string): Promise<void> {
  await sql.query(
    `INSERT INTO setting (key, value, updated_at) VALUES ($1, to_jsonb($2::text), now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [MAIL_DOOR_KEY, url],
  );
}
