import { sql } from '../db/transaction';
import { greetServer } from '../email/greet-server';
import type { Env } from '../env';
import { type Check, failed } from './check';

/** The way out: whether the mail server takes a connection and lets us in. No mail is sent. */
export async function checkMailServer({ SMTP_URL, MAIL_FROM }: Env): Promise<Check> {
  if (!SMTP_URL) return { part: 'mail_server', state: 'ok', says: 'mailbox', facts: { from: MAIL_FROM } };
  const facts = { server: new URL(SMTP_URL).host, from: MAIL_FROM };
  const refusal = await greetServer({ url: SMTP_URL });
  return refusal === null
    ? { part: 'mail_server', state: 'ok', says: 'ok', facts }
    : { part: 'mail_server', state: 'bad', says: 'refused', facts: { ...facts, error: refusal.said } };
}

/** The ledger of the last day: what is late, what never arrived, and whether the server refuses us. */
export async function checkMail(): Promise<Check> {
  try {
    const { rows } = await sql.query<{
      sent: number;
      deferred: number;
      failed: number;
      paused: string | null;
      refused: { address: string; reason: string } | null;
    }>(
      `SELECT count(*) FILTER (WHERE state = 'sent')::int AS sent,
         count(*) FILTER (WHERE state IN ('queued', 'sending', 'deferred') AND attempts > 0)::int AS deferred,
         count(*) FILTER (WHERE state = 'failed')::int AS failed,
         (SELECT value ->> 'reason' FROM setting
          WHERE key = 'mail_out_pause' AND (value ->> 'until')::timestamptz > now()) AS paused,
         (SELECT json_build_object('address', b.address, 'reason', s.said)
          FROM mailbox_smtp s JOIN mailbox b ON b.id = s.mailbox_id
          WHERE b.is_active AND s.failing_since IS NOT NULL ORDER BY s.failing_since LIMIT 1) AS refused
       FROM outbound_mail WHERE created_at > now() - interval '24 hours' AND id > $1`,
      [idOfYesterday()],
    );
    const { paused, refused, ...facts } = rows[0]!;
    if (paused) return { part: 'mail', state: 'bad', says: 'paused', facts: { ...facts, reason: paused } };
    if (refused)
      return { part: 'mail', state: 'bad', says: 'mailbox_paused', facts: { ...facts, ...refused } };
    if (facts.deferred > 0) return { part: 'mail', state: 'warn', says: 'deferred', facts };
    if (facts.failed > 0) return { part: 'mail', state: 'warn', says: 'has_failed', facts };
    return { part: 'mail', state: 'ok', says: 'ok', facts };
  } catch (error) {
    return failed('mail', error);
  }
}

/** The smallest UUIDv7 of 25 hours ago: the primary key finds the day's rows, with an hour for clocks that differ. */
function idOfYesterday(): string {
  const hex = (Date.now() - 25 * 3_600_000).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
