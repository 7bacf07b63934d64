import { type Sql, sql } from '../db/transaction';
import type { MailSecurity } from '../schemas/values';

/** The mail server of a mailbox, as it lies in the database. */
export interface ExitRow {
  mailbox_id: string;
  version: string;
  host: string;
  port: number;
  security: MailSecurity;
  username: string | null;
  /** Sealed. */
  password: string | null;
}

/** The server by which a mailbox's mails leave; null: the house's. */
export async function findExit(mailboxId: string, from: Sql = sql): Promise<ExitRow | null> {
  const { rows } = await from.query<ExitRow>(
    'SELECT mailbox_id, version, host, port, security, username, password FROM mailbox_smtp WHERE mailbox_id = $1',
    [mailboxId],
  );
  return rows[0] ?? null;
}
