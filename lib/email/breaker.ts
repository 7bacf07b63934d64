import type { Sql } from '../db/transaction';
import { env } from '../env';

/** Acknowledgements of mail within a minute, beyond which something is answering itself. */
const MOST_PER_MINUTE = 60;
/** So many mails to judge by, of which this part came back within the hour. */
const JUDGED = 50;
const MOST_BOUNCED = 0.2;

/**
 * The breaker of automatic mail (product 2.12): while it is open no acknowledgement leaves; answers of people do. It
 * closes by itself when what opened it is over.
 */
export async function breakerOf(
  from: Sql,
): Promise<{ is_open: boolean; acknowledged: number; bounced: number }> {
  const { rows } = await from.query<{ acknowledged: number; sent: number; bounced: number }>(
    `SELECT (SELECT count(*)::int FROM outbound_mail m JOIN ticket t ON t.id = m.ticket_id
             WHERE m.template = 'ticket_received' AND t.channel = 'EMAIL' AND m.sent_at > now() - interval '1 minute')
              AS acknowledged,
       count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS sent, count(*) FILTER (WHERE state = 'bounced')::int AS bounced
     FROM outbound_mail WHERE sent_at > now() - interval '1 hour'`,
  );
  const { acknowledged, sent, bounced } = rows[0]!;
  const isFast = acknowledged >= Math.max(1, MOST_PER_MINUTE * env().RATE_LIMIT_SCALE);
  return { is_open: isFast || (sent >= JUDGED && bounced > sent * MOST_BOUNCED), acknowledged, bounced };
}
