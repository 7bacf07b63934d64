import { type PersonRow, personColumns } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';
import { voidLinks } from './deactivate';
import { queueMail } from './queue-mail';
import { issueVerification } from './verification-tokens';

/**
 * Mails a single-use link with which a new person chooses a password; an earlier one opens nothing any more. The
 * mail's row holds no secret. Returns the row as it is then.
 */
export async function invite(tx: Tx, person: PersonRow, actorId: string): Promise<PersonRow> {
  if (person.email === null) return person;
  await voidLinks(tx, person.id);
  const { id } = await issueVerification(tx, 'invitation', { email: person.email, personId: person.id });
  const event = await recordEvent(tx, 'invitation.sent', { person_id: person.id }, actorId);
  await queueMail(tx, [
    {
      eventId: event.id,
      template: 'invitation',
      recipient: person.email,
      locale: person.locale,
      personId: person.id,
      secretId: id,
    },
  ]);
  const { rows } = await tx.query<PersonRow>(
    `UPDATE person SET invited_at = now() WHERE id = $1 RETURNING ${personColumns}`,
    [person.id],
  );
  return rows[0]!;
}
