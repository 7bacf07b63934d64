import { sql } from '../db/transaction';
import { readMail } from '../email/read-mail';
import { NotFound } from '../errors';
import type { CaughtMailDetailDto } from '../schemas/mailbox';
import type { Role } from '../schemas/values';
import { accessMailbox } from './access-mailbox';

/** One caught mail, taken apart. @throws NotFound when it is gone or the mailbox is not there for this reader. */
export async function getMailboxMail(role: Role | null, id: string): Promise<CaughtMailDetailDto> {
  accessMailbox(role);
  const { rows } = await sql.query<{ id: string; recipient: string; raw: string; created_at: Date }>(
    'SELECT id, recipient, raw, created_at FROM caught_mail WHERE id = $1',
    [id],
  );
  const row = rows[0];
  if (!row) throw new NotFound();
  const { replyTo, ...mail } = await readMail(row.raw);
  return {
    id: row.id,
    to: row.recipient,
    reply_to: replyTo,
    created_at: row.created_at.toISOString(),
    ...mail,
  };
}
