import { inTransaction, sql, type Tx } from '../../db/transaction';
import { env } from '../../env';
import type { MessengerEventKind, MessengerReason } from '../../rules/messenger-states';
import { ClaimLost } from './claim-lost';
import { AWAY_SECONDS } from './is-away';

/** Something that Messenger told us, which this process alone may read until its lease ends. `attempts` fences it. */
export interface ClaimedEvent {
  id: string;
  attempts: number;
  kind: MessengerEventKind;
  psid: string;
  raw: string;
  happened_at: Date;
  page_id: string;
  page_name: string;
  graph_url: string;
  access_token: string;
  app_secret: string;
  team_id: string | null;
  languages: string[];
  inbox_id: string | null;
}

/** How it ended, and where. */
export interface EventOutcome {
  state: 'done' | 'ignored' | 'failed';
  reason?: MessengerReason;
  /** Plain English about a failure. */
  detail?: string;
  ticketId?: string;
  messageId?: string;
}

/**
 * Takes the oldest that is to be read. Those of one conversation are read one after another: while one is being read, or
 * waits for its next try, the later ones wait too.
 */
export function claimEvent(): Promise<ClaimedEvent | null> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<ClaimedEvent>(
      `UPDATE messenger_event e SET attempts = e.attempts + 1, lease_until = now() + make_interval(secs => $1)
       FROM messenger_page p
       WHERE p.id = e.page_id AND e.id = (
         SELECT n.id FROM messenger_event n
         WHERE n.state = 'received' AND (n.lease_until IS NULL OR n.lease_until < now())
           AND NOT EXISTS (SELECT 1 FROM messenger_event o WHERE o.state = 'received' AND o.page_id = n.page_id
             AND o.psid = n.psid AND (o.happened_at, o.seq) < (n.happened_at, n.seq))
         ORDER BY n.happened_at, n.seq LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING e.id, e.attempts, e.kind, e.psid, e.raw, e.happened_at, p.id AS page_id, p.name AS page_name,
         p.graph_url, p.access_token, p.app_secret, p.team_id, p.languages, p.inbox_id`,
      [env().LEASE_SECONDS],
    );
    return rows[0] ?? null;
  });
}

/** Keeps it while its files are on their way. */
export async function renewEvent({ id, attempts }: ClaimedEvent): Promise<void> {
  await sql.query(
    `UPDATE messenger_event SET lease_until = now() + make_interval(secs => $3)
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [id, attempts, env().LEASE_SECONDS],
  );
}

/** Writes down how it ended, in the transaction that did it. @throws ClaimLost when the claim has passed on. */
export async function settleEvent(
  tx: Tx,
  { id, attempts }: ClaimedEvent,
  outcome: EventOutcome,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE messenger_event SET state = $3, reason = $4, detail = $5, ticket_id = $6, message_id = $7,
       settled_at = now(), lease_until = NULL
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [
      ...[id, attempts, outcome.state, outcome.reason ?? null, outcome.detail?.slice(0, 500) ?? null],
      ...[outcome.ticketId ?? null, outcome.messageId ?? null],
    ],
  );
  if (rowCount === 0) throw new ClaimLost();
}

/** It is tried again in a while. */
export async function putOffEvent({ id, attempts }: ClaimedEvent, detail: string): Promise<void> {
  await sql.query(
    `UPDATE messenger_event SET lease_until = now() + make_interval(secs => $3), detail = $4
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [id, attempts, Math.min(60, 2 ** attempts), detail.slice(0, 500)],
  );
}

/** It waits for a part of ours that is away, which is no try of its own; see `putBack` of a mail. */
export async function putEventBack({ id, attempts }: ClaimedEvent, detail: string): Promise<void> {
  await sql.query(
    `UPDATE messenger_event SET attempts = attempts - 1, lease_until = now() + make_interval(secs => $3), detail = $4
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [id, attempts, AWAY_SECONDS, detail.slice(0, 500)],
  );
}
