import { newNonce } from '../../auth/secrets';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import { recordEvent } from '../../events/record';
import { LAB_MAILBOX, mailboxInUse } from '../../queries/mailbox-in-use';

/**
 * Where the lab's customers write: the house's first mailbox, or one made for them. A house whose lab nobody plays with
 * keeps without.
 *
 * @throws Conflict `mailbox_off` when an admin has switched it off.
 */
export async function labMailbox(tx: Tx): Promise<string> {
  const known = await mailboxInUse(tx);
  if (known) return known;
  const id = newId();
  const { rowCount } = await tx.query(
    `INSERT INTO mailbox (id, address, sender, nonce) VALUES ($1, $2, 'Support', $3) ON CONFLICT DO NOTHING`,
    [id, LAB_MAILBOX, newNonce()],
  );
  if (rowCount === 1)
    await recordEvent(tx, 'mailbox.created', { mailbox_id: id, address: LAB_MAILBOX }, null);
  else if (!(await mailboxInUse(tx)))
    throw new Conflict('mailbox_off', 'The mailbox is switched off. An admin can switch it on again.');
  return LAB_MAILBOX;
}
