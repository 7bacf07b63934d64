import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction, type Tx } from '../db/transaction';
import { Conflict, Unauthenticated } from '../errors';
import { recordEvent } from '../events/record';
import type { VisitorRow } from '../presenters/visitor';
import type { Visitor } from '../queries/list-chats';
import { visitStarted } from '../queries/visit-started';
import { visitorRow } from '../queries/visitor-row';
import type { VisitDto } from '../schemas/visitor';
import { tryCode } from './steps/email-codes';
import { insertPerson } from './steps/insert-person';
import { joinVisitor, otherAccount } from './steps/join-visitor';
import { senderOf } from './steps/mail-sender';

/**
 * The code that was mailed to the address that a visitor claims proves that it is his: what he began becomes that
 * customer's, whose conversations he reads from now on (product 2.27). Whose address nobody has, to him it is given.
 *
 * @throws Unauthenticated `invalid_code` for all that may be wrong about a code; Conflict `other_account`,
 *   `not_a_customer`; RateLimited.
 */
export async function confirmVisitor({ visitor }: Visitor, code: string, client: Client): Promise<VisitDto> {
  await countRequest('verify_ip', networkOf(client.ip));
  // refused after the commit: a wrong try must stay counted
  const joined = await inTransaction(async (tx) => {
    const row = await visitorRow(tx, visitor.id, true);
    if (row.email === null || !(await tryCode(tx, `visitor:${row.id}`, row.email, code))) return null;
    await joinVisitor(tx, row, await ownerOf(tx, row, row.email));
    await tx.query('UPDATE visitor SET email_confirmed = true WHERE id = $1', [row.id]);
    await tx.query('UPDATE person SET is_unproven = false WHERE email = $1 AND is_unproven', [row.email]);
    return visitorRow(tx, row.id);
  });
  if (!joined)
    throw new Unauthenticated('This code is not right, or not any more. Ask for a new one.', 'invalid_code');
  return visitStarted(joined);
}

/** Who has the address, or gets it now: the visitor's own person, if there is one and it has none. */
async function ownerOf(tx: Tx, { id, customer_id, name }: VisitorRow, email: string): Promise<string> {
  const owner = await senderOf(tx, email);
  if (owner.kind === 'customer') return owner.actor.id;
  if (owner.kind !== 'nobody') throw new Conflict('not_a_customer', 'This address cannot chat here.');
  if (customer_id === null) {
    const made = await insertPerson(tx, {
      ...{ id, email, name: name ?? email.split('@')[0]!, role: 'customer' },
    });
    if (!made) throw otherAccount();
    return made.id;
  }
  const { rowCount } = await tx.query(
    'UPDATE person SET email = $2, updated_at = now() WHERE id = $1 AND email IS NULL',
    [customer_id, email],
  );
  if (!rowCount) throw otherAccount();
  const data = { person_id: customer_id, fields: ['email'], evict: false };
  await recordEvent(tx, 'person.changed', data, customer_id);
  return customer_id;
}
