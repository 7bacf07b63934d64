import type { ParsedMail } from '../../channels/email/parsed-mail';
import { inTransaction, sql, type Tx } from '../../db/transaction';
import { env } from '../../env';
import type { MailKind } from '../../rules/classify-mail';
import type { MailEnd, MailReason } from '../../rules/mail-states';
import { ClaimLost } from './claim-lost';
import { AWAY_SECONDS } from './is-away';
import type { WrittenBody } from './written-body';

/** A mail that this process alone may read until its lease ends. `attempts` fences it. */
export interface ClaimedInbound {
  id: string;
  attempts: number;
  mailbox_id: string;
  storage_key: string;
  sha256: string;
  return_path: string | null;
  recipients: string[];
  is_recovered: boolean;
  team_id: string | null;
  auth_host: string | null;
}

/**
 * Takes the next mail to be read, or the one that is named; null when there is none, or somebody else has it. The next is
 * the oldest, heavy or not: while ordinary mail never ends, a heavy one gets its turn so.
 */
export function claimInbound(id: string | null): Promise<ClaimedInbound | null> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<ClaimedInbound>(
      `UPDATE inbound_mail i SET attempts = i.attempts + 1, lease_until = now() + make_interval(secs => $2)
       FROM mailbox b
       WHERE b.id = i.mailbox_id AND i.id = (
         SELECT id FROM inbound_mail WHERE state = 'received' AND (lease_until IS NULL OR lease_until < now())
           AND ($1::uuid IS NULL OR id = $1)
         ORDER BY received_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING i.id, i.attempts, i.mailbox_id, i.storage_key, i.sha256, i.return_path, i.recipients, i.is_recovered,
         b.team_id, b.auth_host`,
      [id, env().LEASE_SECONDS],
    );
    return rows[0] ?? null;
  });
}

/** Keeps it while it is read. */
export async function renewInbound({ id, attempts }: ClaimedInbound): Promise<void> {
  await sql.query(
    `UPDATE inbound_mail SET lease_until = now() + make_interval(secs => $3)
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [id, attempts, env().LEASE_SECONDS],
  );
}

/** How a mail ended, and where. */
export interface MailOutcome {
  state: MailEnd;
  reason?: MailReason;
  /** Plain English about a failure. */
  detail?: string;
  ticketId?: string | null;
  messageId?: string | null;
  answeredId?: string | null;
  outboundId?: string | null;
}

/** What was seen of it; nothing when it could not be read. */
export interface SeenMail {
  mail: ParsedMail;
  kind: MailKind;
  sender: string | null;
  isForged: boolean;
}

/** What of a mail becomes a message, made before the transaction: its words, its files, what language it is in. */
export interface MailContent extends WrittenBody {
  /** Attachments in the store, nobody's yet. */
  files: readonly string[];
  language: string | null;
  /** It says nothing of its own, and nothing is attached. */
  isEmpty: boolean;
}

/** Writes down how a mail ended, in the transaction that did it. @throws ClaimLost when the claim has passed on. */
export async function settleInbound(
  tx: Tx,
  { id, attempts }: ClaimedInbound,
  outcome: MailOutcome,
  seen: SeenMail | null,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE inbound_mail SET state = $3, reason = $4, detail = $5, ticket_id = $6, message_id = $7, answered_id = $8,
       outbound_id = $9, kind = $10, is_forged = $11, message_ref = $12, content_hash = $13, sender = $14,
       sender_name = $15, subject = $16, thread_index = $17, settled_at = now(), lease_until = NULL
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [
      ...[id, attempts, outcome.state, outcome.reason ?? null, outcome.detail?.slice(0, 500) ?? null],
      ...[outcome.ticketId ?? null, outcome.messageId ?? null, outcome.answeredId ?? null],
      ...[outcome.outboundId ?? null, seen?.kind ?? null, seen?.isForged ?? false],
      ...[seen?.mail.messageRef ?? null, seen?.mail.contentHash ?? null],
      seen?.sender ?? seen?.mail.from[0]?.address.slice(0, 320) ?? null,
      ...[seen?.mail.from[0]?.name || null, seen?.mail.subject.slice(0, 500) ?? ''],
      seen?.mail.threadIndex ?? null,
    ],
  );
  if (rowCount === 0) throw new ClaimLost();
}

/** It is tried again in a while. */
export async function putOff({ id, attempts }: ClaimedInbound, detail: string): Promise<void> {
  await sql.query(
    `UPDATE inbound_mail SET lease_until = now() + make_interval(secs => $3), detail = $4
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [id, attempts, Math.min(600, 2 ** attempts), detail.slice(0, 500)],
  );
}

/**
 * It waits for a part of ours that is away, which is no try of its own: `attempts` goes back. It still fences, for who had
 * this number lets go of it here, and each number is one worker's.
 */
export async function putBack({ id, attempts }: ClaimedInbound, detail: string): Promise<void> {
  await sql.query(
    `UPDATE inbound_mail SET attempts = attempts - 1, lease_until = now() + make_interval(secs => $3), detail = $4
     WHERE id = $1 AND attempts = $2 AND state = 'received'`,
    [id, attempts, AWAY_SECONDS, detail.slice(0, 500)],
  );
}
