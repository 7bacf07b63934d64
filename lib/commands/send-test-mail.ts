import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getTestMail } from '../queries/get-test-mail';
import { type Actor, may } from '../rules/permissions';
import type { TestMailDto } from '../schemas/system';
import { type Attempt, once } from './steps/once';
import { queueMail } from './steps/queue-mail';

/**
 * Sends an admin a mail at his own address, through the ledger and the worker like every other.
 *
 * @throws Invalid `email: required` when he has no address.
 */
export function sendTestMail(actor: Actor, attempt?: Attempt): Promise<TestMailDto> {
  if (!may(actor, 'system.check')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const { rows } = await tx.query<{ email: string | null; locale: string }>(
      'SELECT email, locale FROM person WHERE id = $1',
      [actor.id],
    );
    const { email, locale } = rows[0]!;
    if (email === null) throw new Invalid({ email: ['required'] }, 'You have no address here.');
    const event = await recordEvent(tx, 'mail.tested', { person_id: actor.id }, actor.id);
    await queueMail(tx, [
      { eventId: event.id, template: 'test', recipient: email, locale, personId: actor.id },
    ]);
    const queued = await tx.query<{ id: string }>('SELECT id FROM outbound_mail WHERE event_id = $1', [
      event.id,
    ]);
    return getTestMail(queued.rows[0]!.id, tx);
  });
}
