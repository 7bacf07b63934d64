import { newId } from '../../clock';
import { sql } from '../../db/transaction';
import { env } from '../../env';
import type { AfterFetch, MailSecurity, ServerTrouble } from '../../schemas/values';

/** A mailbox whose mail this worker alone fetches, until its lease ends or its settings change. */
export interface ImapSource {
  mailbox_id: string;
  address: string;
  host: string;
  port: number;
  security: MailSecurity;
  username: string;
  /** Sealed. */
  password: string;
  folder: string;
  then_do: AfterFetch;
  move_to: string | null;
  takes_old: boolean;
  version: string;
  holder: string;
  uid_validity: string | null;
  last_uid: number;
  created_at: Date;
}

/** Takes the next mailbox that nobody fetches from; null when there is none. */
export async function claimSource(): Promise<ImapSource | null> {
  const { rows } = await sql.query<ImapSource>(
    `UPDATE mailbox_imap i SET holder = $1, lease_until = now() + make_interval(secs => $2)
     FROM mailbox b
     WHERE b.id = i.mailbox_id AND i.mailbox_id = (
       SELECT mailbox_id FROM mailbox_imap JOIN mailbox ON id = mailbox_id
       WHERE is_active AND next_try_at <= now() AND (lease_until IS NULL OR lease_until < now())
       ORDER BY next_try_at LIMIT 1 FOR UPDATE OF mailbox_imap SKIP LOCKED)
     RETURNING i.*, b.address`,
    [newId(), env().LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

const IS_OURS = 'mailbox_id = $1 AND holder = $2 AND version = $3';
const keysOf = ({ mailbox_id, holder, version }: ImapSource) => [mailbox_id, holder, version];

/** Keeps it. False when somebody else has it, it was changed, or its mailbox was switched off. */
export async function holdSource(source: ImapSource): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE mailbox_imap SET lease_until = now() + make_interval(secs => $4)
     WHERE ${IS_OURS} AND EXISTS (SELECT 1 FROM mailbox WHERE id = $1 AND is_active)`,
    [...keysOf(source), env().LEASE_SECONDS],
  );
  return rowCount === 1;
}

/** Somebody else fetches by now, or from elsewhere: what this one knows is of no use any more. */
export class SourceLost extends Error {}

/** Up to where the folder is read; what was kept before comes no second time. @throws SourceLost. */
export async function moveCursor(source: ImapSource, validity: string, uid: number): Promise<void> {
  const { rowCount } = await sql.query(
    `UPDATE mailbox_imap SET uid_validity = $4, last_uid = $5, stuck_uid = NULL, stuck_tries = 0 WHERE ${IS_OURS}`,
    [...keysOf(source), validity, uid],
  );
  if (rowCount === 0) throw new SourceLost();
  source.uid_validity = validity;
  source.last_uid = uid;
}

/** Counts that a mail could not be fetched though its folder could be read; the number of times by now. */
export async function countStuck(source: ImapSource, uid: number): Promise<number> {
  const { rows } = await sql.query<{ stuck_tries: number }>(
    `UPDATE mailbox_imap SET stuck_tries = CASE WHEN stuck_uid = $4 THEN stuck_tries + 1 ELSE 1 END, stuck_uid = $4
     WHERE ${IS_OURS} RETURNING stuck_tries`,
    [...keysOf(source), uid],
  );
  return rows[0]?.stuck_tries ?? 0;
}

interface Trouble {
  trouble: ServerTrouble;
  said: string;
}

/** The folder was looked at; `trouble` is what went wrong beside that, and does not keep its mail from us. */
export async function noteFetched(source: ImapSource, trouble: Trouble | null): Promise<void> {
  await sql.query(
    `UPDATE mailbox_imap SET fetched_at = now(), failures = 0, trouble = $4, said = $5,
       failing_since = CASE WHEN $4::text IS NULL THEN NULL ELSE coalesce(failing_since, now()) END
     WHERE ${IS_OURS}`,
    [...keysOf(source), trouble?.trouble ?? null, trouble?.said ?? null],
  );
}

/** Seconds until it is tried again: doubling, to ten minutes, and a quarter longer at random. */
const FIRST_WAIT = 5;
const LONGEST_WAIT = 600;
/** A server counts wrong passwords, and shuts the account. */
const WAIT_AFTER_REFUSAL = 120;

/** It could not be looked at. It is free for whoever tries next, after a while. */
export async function noteTrouble(source: ImapSource, { trouble, said }: Trouble): Promise<void> {
  const first = trouble === 'login' ? WAIT_AFTER_REFUSAL : FIRST_WAIT;
  await sql.query(
    `UPDATE mailbox_imap SET trouble = $4, said = $5, failing_since = coalesce(failing_since, now()),
       failures = failures + 1, holder = NULL, lease_until = NULL,
       next_try_at = now() + make_interval(secs => least($7, $6 * 2 ^ least(failures, 12)) * (1 + random() / 4))
     WHERE ${IS_OURS}`,
    [...keysOf(source), trouble, said, first, LONGEST_WAIT],
  );
}

/** Leaves it to whoever takes it next. */
export async function letGo(source: ImapSource): Promise<void> {
  await sql.query(
    `UPDATE mailbox_imap SET holder = NULL, lease_until = NULL WHERE mailbox_id = $1 AND holder = $2`,
    [source.mailbox_id, source.holder],
  );
}
