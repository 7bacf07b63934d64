import type { PersonRow } from '../../db/sql/person-row';
import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';
import { queueMail } from './queue-mail';
import { issueVerification } from './verification-tokens';

/** Mails a single-use link with which a new person chooses a password. The mail's row holds no secret. */
export async function invite(tx: Tx, person: PersonRow, actorId: string): Promise<void> {
  if (person.email === null) return;
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
}
