import { sql } from '../db/transaction';
import { readMail } from '../email/read-mail';
import type { CaughtMailDto } from '../schemas/mailbox';
import type { Role } from '../schemas/values';
import { accessMailbox } from './access-mailbox';

/** The newest hundred caught mails, newest first; their text stands with them, so that a script can read a code. */
export async function listMailbox(
  role: Role | null,
  { to }: { to?: string | undefined },
): Promise<{ results: CaughtMailDto[] }> {
  accessMailbox(role);
  const { rows } = await sql.query<{
    id: string;
    recipient: string;
    subject: string;
    raw: string;
    created_at: Date;
  }>(
    `SELECT id, recipient, subject, raw, created_at FROM caught_mail
     WHERE $1::text IS NULL OR recipient = lower($1) ORDER BY created_at DESC, id DESC LIMIT 100`,
    [to ?? null],
  );
  const results = rows.map(async (row) => ({
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    created_at: row.created_at.toISOString(),
    text: (await readMail(row.raw)).text,
  }));
  return { results: await Promise.all(results) };
}
