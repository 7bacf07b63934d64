import { sql } from '../db/transaction';

/** How long a notice may stay unread before it is mailed. */
const UNREAD_FOR = '10 minutes';

/**
 * Mails each person what he has not read, once: when something has been unread for ten minutes, with all that has come
 * since. The notices are tied to the mail in the same statement; what is read before it leaves is not in it. Being a
 * mail of the ledger, it belongs to an event: that of the newest notice.
 */
export async function queueDigests(): Promise<void> {
  await sql.query(
    `WITH due AS (
       SELECT n.id, n.person_id, n.event_id FROM notice n
       WHERE n.by_mail AND n.mail_id IS NULL AND n.read_at IS NULL AND n.person_id IN (
         SELECT d.person_id FROM notice d WHERE d.by_mail AND d.mail_id IS NULL AND d.read_at IS NULL
           AND d.created_at < now() - interval '${UNREAD_FOR}')
       FOR UPDATE SKIP LOCKED
     ), mail AS (
       INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id)
       SELECT make_uuid_v7(), d.event_id, 'digest', p.email, p.locale, p.id
       FROM (SELECT DISTINCT ON (person_id) person_id, event_id FROM due ORDER BY person_id, id DESC) d
       JOIN person p ON p.id = d.person_id AND p.email IS NOT NULL AND p.disabled_at IS NULL
       ON CONFLICT (event_id, recipient) DO NOTHING RETURNING id, person_id
     )
     UPDATE notice n SET mail_id = mail.id FROM mail, due WHERE n.id = due.id AND mail.person_id = n.person_id`,
  );
}
