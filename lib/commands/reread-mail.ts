import { inTransaction } from '../db/transaction';
import { Conflict, Forbidden, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { addJobs } from '../jobs/queue';
import { isReadable, isRecoverable, type MailInState, type MailReason } from '../rules/mail-states';
import { type Actor, may } from '../rules/permissions';

/**
 * Has a mail read once more: one that failed or was held back by the rules as they are now (`recovered` false), or as a
 * customer's whatever it looks like (`recovered` true).
 *
 * @throws NotFound; Conflict `not_recoverable` when it is in a ticket already, or nothing could be made of it.
 */
export async function rereadMail(actor: Actor, id: string, recovered: boolean): Promise<{ id: string }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ state: MailInState; reason: MailReason | null }>(
      `SELECT state, reason FROM inbound_mail WHERE id = $1 AND state <> 'receiving' FOR NO KEY UPDATE`,
      [id],
    );
    const [mail] = rows;
    if (!mail) throw new NotFound();
    const possible = (recovered ? isRecoverable : isReadable)(mail.state, mail.reason);
    if (!possible) throw new Conflict('not_recoverable', 'Nothing more can be made of this mail.');
    await tx.query(
      `UPDATE inbound_mail SET state = 'received', reason = NULL, detail = NULL, attempts = 0, lease_until = NULL,
         settled_at = NULL, is_recovered = $2 WHERE id = $1`,
      [id, recovered],
    );
    await recordEvent(tx, 'mail.reread', { inbound_id: id, recovered }, actor.id);
    tx.afterCommit(
      () =>
        void addJobs([
          { name: 'read-mail', payload: { inbound_id: id }, id: `${id}-again-${crypto.randomUUID()}` },
        ]).catch(() => {}),
    );
    return { id };
  });
}
