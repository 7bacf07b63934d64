import { NOT_FETCHED } from '../db/sql/not-fetched';
import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';

/**
 * Records once that a mailbox's server was not looked at for too long, and once that it is again; from the events come
 * the admins' notices. One that was switched off meanwhile is not said to work.
 */
export function tellMailboxAlarms(): Promise<void> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; address: string; is_down: boolean; is_active: boolean }>(
      `UPDATE mailbox_imap i SET alarmed_at = CASE WHEN i.alarmed_at IS NULL THEN now() END
       FROM mailbox b WHERE b.id = i.mailbox_id AND ${NOT_FETCHED} <> (i.alarmed_at IS NOT NULL)
       RETURNING b.id, b.address, i.alarmed_at IS NOT NULL AS is_down, b.is_active`,
    );
    for (const { id: mailbox_id, address, is_down, is_active } of rows)
      if (is_active) await recordEvent(tx, is_down ? 'mailbox.down' : 'mailbox.up', { mailbox_id, address });
  });
}
