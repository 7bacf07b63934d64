import { sql } from '../db/transaction';
import { env } from '../env';
import type { SetupDto } from '../schemas/setup';
import { getSettings } from './get-settings';

/** How far the house is set up. Demo people and what they did do not count. */
export async function getSetup(): Promise<SetupDto> {
  const { APP_URL, MAIL_FROM, SMTP_URL } = env();
  const { setup_done } = await getSettings();
  const { rows } = await sql.query<
    Pick<SetupDto, 'has_invited' | 'has_business_hours' | 'has_answered'> & { has_sent: boolean }
  >(
    `WITH staff AS (SELECT id FROM person WHERE role <> 'customer' AND NOT is_demo)
     SELECT (SELECT count(*) > 1 FROM staff) AS has_invited,
       EXISTS (SELECT 1 FROM setting WHERE key = 'business_hours') AS has_business_hours,
       EXISTS (SELECT 1 FROM message m JOIN staff s ON s.id = m.author_id) AS has_answered,
       EXISTS (SELECT 1 FROM outbound_mail WHERE state = 'sent') AS has_sent`,
  );
  const { has_sent, ...facts } = rows[0]!;
  return {
    ...facts,
    has_sent_mail: has_sent && SMTP_URL !== undefined,
    is_done: setup_done,
    portal_url: APP_URL,
    mail: {
      kind: SMTP_URL ? 'smtp' : 'mailbox',
      server: SMTP_URL ? new URL(SMTP_URL).host : null,
      from: MAIL_FROM,
    },
  };
}
