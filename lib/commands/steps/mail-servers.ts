import { openSecret, sealSecret } from '../../auth/sealed-secret';
import { MailServerTrouble } from '../../channels/email/server-trouble';
import { newId } from '../../clock';
import type { Sql, Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import type { ImapInput, SmtpInput } from '../../schemas/mail-servers';

type Kind = 'imap' | 'smtp';

/** A stored password in clear. @throws MailServerTrouble when AUTH_SECRET is another one than when it was stored. */
export function passwordOf(kind: Kind, sealed: string): string {
  const password = openSecret(`mailbox_${kind}.password`, sealed);
  if (password === null) throw new MailServerTrouble('password', '');
  return password;
}

interface Place {
  host: string;
  port: number;
  username: string | null;
  password: string | null;
}

/**
 * The password to use with a server, sealed: the one that is given, or the stored one where host, port and user are
 * those that it was given for, so that it never goes to another host. Null where nobody signs in.
 *
 * @throws Invalid `<kind>.password: required`.
 */
export async function sealedPassword(
  from: Sql,
  kind: Kind,
  mailboxId: string,
  input: ImapInput | SmtpInput,
): Promise<string | null> {
  if (input.username === null) return null;
  if (input.password !== undefined) return sealSecret(`mailbox_${kind}.password`, input.password);
  const { rows } = await from.query<Place>(
    `SELECT host, port, username, password FROM mailbox_${kind} WHERE mailbox_id = $1`,
    [mailboxId],
  );
  const [kept] = rows;
  const isSame = kept?.host === input.host && kept.port === input.port && kept.username === input.username;
  if (!isSame || kept.password === null) throw new Invalid({ [`${kind}.password`]: ['required'] });
  return kept.password;
}

/** Sets where a mailbox's mail is fetched from, or that it is not. What was read of another folder says nothing of it. */
export async function setImap(tx: Tx, mailboxId: string, input: ImapInput | null): Promise<void> {
  if (input === null) {
    await tx.query('DELETE FROM mailbox_imap WHERE mailbox_id = $1', [mailboxId]);
    return;
  }
  const password = await sealedPassword(tx, 'imap', mailboxId, input);
  await tx.query(
    `INSERT INTO mailbox_imap AS old
       (mailbox_id, version, host, port, security, username, password, folder, then_do, move_to, takes_old)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (mailbox_id) DO UPDATE SET
       (version, host, port, security, username, password, folder, then_do, move_to, takes_old) =
         ROW (excluded.version, excluded.host, excluded.port, excluded.security, excluded.username, excluded.password,
              excluded.folder, excluded.then_do, excluded.move_to, excluded.takes_old),
       (uid_validity, last_uid, created_at) =
         (SELECT CASE WHEN same THEN old.uid_validity END, CASE WHEN same THEN old.last_uid ELSE 0 END,
                 CASE WHEN same THEN old.created_at ELSE now() END
          FROM (SELECT (old.host, old.username, old.folder) = (excluded.host, excluded.username, excluded.folder)
                AND (old.takes_old OR NOT excluded.takes_old) AS same) s),
       holder = NULL, lease_until = NULL, failures = 0, failing_since = NULL, trouble = NULL, said = NULL,
       next_try_at = now(), stuck_uid = NULL, stuck_tries = 0`,
    [
      ...[mailboxId, newId(), input.host, input.port, input.security, input.username, password],
      ...[input.folder, input.then_do, input.then_do === 'move' ? input.move_to : null, input.takes_old],
    ],
  );
}

/** Sets by which server a mailbox's mails leave, or that it is the house's. What waits for the other one moves over. */
export async function setSmtp(tx: Tx, mailboxId: string, input: SmtpInput | null): Promise<void> {
  if (input === null) {
    await tx.query('DELETE FROM mailbox_smtp WHERE mailbox_id = $1', [mailboxId]);
    return;
  }
  const password = await sealedPassword(tx, 'smtp', mailboxId, input);
  await tx.query(
    `INSERT INTO mailbox_smtp (mailbox_id, version, host, port, security, username, password)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (mailbox_id) DO UPDATE SET
       (version, host, port, security, username, password) =
         ROW (excluded.version, excluded.host, excluded.port, excluded.security, excluded.username, excluded.password),
       paused_until = NULL, failures = 0, failing_since = NULL, trouble = NULL, said = NULL`,
    [mailboxId, newId(), input.host, input.port, input.security, input.username, password],
  );
}

/** Puts what waits to leave behind the server that it leaves by now. */
export async function chooseLanes(tx: Tx): Promise<void> {
  await tx.query(
    `UPDATE outbound_mail SET lane = lane_of(ticket_id, person_id)
     WHERE state IN ('queued', 'deferred') AND ticket_id IS NOT NULL
       AND lane IS DISTINCT FROM lane_of(ticket_id, person_id)`,
  );
}
