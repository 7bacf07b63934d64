import { LAST_FETCHED, NOT_FETCHED } from '../db/sql/not-fetched';
import { sql } from '../db/transaction';
import { breakerOf } from '../email/breaker';
import { type Check, failed } from './check';

interface Facts {
  mailboxes: number;
  received: number;
  failed: number;
  waiting: number;
  /** A mailbox that got nothing for longer than its admins expect. */
  quiet: string | null;
  /** One whose server could not be looked at for longer than that, and since how many minutes. */
  not_fetched: { address: string; minutes: number } | null;
}

/** What came in: mail that waits or failed, a mailbox that nothing reaches, and automatic mail that was stopped. */
export async function checkMailIn(): Promise<Check> {
  try {
    const { mailboxes, quiet, not_fetched, ...facts } = await read();
    if (mailboxes === 0) return { part: 'mail_in', state: 'ok', says: 'none', facts: {} };
    const { is_open, ...breaker } = await breakerOf(sql);
    if (is_open) return { part: 'mail_in', state: 'bad', says: 'breaker', facts: { ...facts, ...breaker } };
    if (not_fetched !== null)
      return { part: 'mail_in', state: 'bad', says: 'not_fetched', facts: { ...facts, ...not_fetched } };
    if (facts.waiting > 0) return { part: 'mail_in', state: 'bad', says: 'waiting', facts };
    if (facts.failed > 0) return { part: 'mail_in', state: 'warn', says: 'has_failed', facts };
    if (quiet !== null)
      return { part: 'mail_in', state: 'warn', says: 'quiet', facts: { ...facts, address: quiet } };
    return { part: 'mail_in', state: 'ok', says: 'ok', facts };
  } catch (error) {
    return failed('mail_in', error);
  }
}

async function read(): Promise<Facts> {
  const { rows } = await sql.query<Facts>(
    `SELECT (SELECT count(*)::int FROM mailbox WHERE is_active) AS mailboxes,
       count(*) FILTER (WHERE state <> 'receiving')::int AS received,
       count(*) FILTER (WHERE state = 'failed')::int AS failed,
       (SELECT count(*)::int FROM inbound_mail WHERE state = 'received' AND received_at < now() - interval '1 minute')
         AS waiting,
       (SELECT b.address FROM mailbox b
        WHERE b.is_active AND b.updated_at < now() - make_interval(mins => b.quiet_minutes)
          AND NOT EXISTS (SELECT 1 FROM inbound_mail i WHERE i.mailbox_id = b.id
                          AND i.received_at > now() - make_interval(mins => b.quiet_minutes))
        ORDER BY b.created_at LIMIT 1) AS quiet,
       (SELECT json_build_object('address', b.address, 'minutes', (extract(epoch FROM now() - ${LAST_FETCHED}) / 60)::int)
        FROM mailbox b JOIN mailbox_imap i ON i.mailbox_id = b.id WHERE ${NOT_FETCHED}
        ORDER BY ${LAST_FETCHED} LIMIT 1) AS not_fetched
     FROM inbound_mail WHERE received_at > now() - interval '24 hours'`,
  );
  return rows[0]!;
}
