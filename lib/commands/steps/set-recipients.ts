import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { env } from '../../env';
import { Conflict, Invalid } from '../../errors';
import { activeParticipants, copyFacts } from '../../queries/get-recipients';
import type { Actor } from '../../rules/permissions';
import { canonicalAddress } from '../../schemas/email-address';
import type { PostMessageInput } from '../../schemas/post-message';

/**
 * Who is in copy must be known to the ticket, or confirmed by name: no address slips in unseen (product C10).
 *
 * @throws Conflict `new_recipients` with those that are not; Invalid for an address of our own, which would answer us.
 */
export async function checkRecipients(
  tx: Tx,
  ticket: TicketRow,
  { cc = [], confirmed_recipients: confirmed = [] }: PostMessageInput,
): Promise<void> {
  if (cc.length === 0) return;
  if (cc.includes(canonicalAddress(env().MAIL_FROM) ?? '')) throw new Invalid({ cc: ['own_address'] });
  const facts = await copyFacts(tx, ticket, cc);
  const recipients = facts.filter((one) => one.is_new && !confirmed.includes(one.address));
  if (recipients.length > 0)
    throw new Conflict('new_recipients', 'Somebody in copy is new to this ticket. Say that you mean it.', {
      recipients,
    });
}

/**
 * Makes `cc` the ticket's standing list; left out, the list stays. The customer gets the reply itself and no copy.
 *
 * @returns the addresses that get a copy of this message.
 */
export async function setRecipients(
  tx: Tx,
  actor: Actor,
  ticket: TicketRow,
  cc: readonly string[] | undefined,
): Promise<string[]> {
  if (cc === undefined) return activeParticipants(tx, ticket.id);
  const addresses = cc.filter((address) => address !== ticket.customer_email);
  await tx.query(
    `INSERT INTO ticket_participant AS p (ticket_id, address, added_by)
     SELECT $1, address, $3 FROM unnest($2::text[]) AS address
     ON CONFLICT (ticket_id, address) DO UPDATE SET is_active = true, added_by = $3 WHERE NOT p.is_active`,
    [ticket.id, addresses, actor.id],
  );
  await tx.query(
    `UPDATE ticket_participant SET is_active = false
     WHERE ticket_id = $1 AND is_active AND NOT address = ANY($2::text[])`,
    [ticket.id, addresses],
  );
  return addresses;
}
