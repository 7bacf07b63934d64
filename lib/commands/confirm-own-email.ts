import type { Client } from '../auth/client';
import { countRequest, networkOf } from '../auth/rate-limits';
import { type PersonRow, personColumns } from '../db/sql/person-row';
import type { Tx } from '../db/transaction';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { presentMe } from '../presenters/person';
import type { Actor } from '../rules/permissions';
import type { MeDto } from '../schemas/person';
import { voidLinks } from './steps/deactivate';
import { tryCode } from './steps/email-codes';
import { endSessions } from './steps/end-sessions';
import { lockPerson } from './steps/lock-person';
import { type Attempt, once } from './steps/once';
import { queueMail } from './steps/queue-mail';

/**
 * The code that was mailed to a new address makes it the person's own. Other logins end, open links to the old
 * address open nothing any more, and the old address is told.
 *
 * @throws Invalid `otp: invalid_code` for everything that may be wrong about a code, `email: taken`; RateLimited.
 */
export async function confirmOwnEmail(
  actor: Actor,
  { email, otp }: { email: string; otp: string },
  client: Client,
  attempt?: Attempt,
): Promise<MeDto> {
  await countRequest('verify_ip', networkOf(client.ip));
  // refused after the commit: a wrong try must stay counted
  const me = await once(actor, attempt, async (tx) => {
    if (!(await tryCode(tx, `own:${actor.id}`, email, otp))) return null;
    const before = await lockPerson(tx, actor.id);
    const after = await write(tx, actor.id, email);
    await voidLinks(tx, actor.id);
    await endSessions(tx, actor.id, { keep: actor.sessionId, actorId: actor.id });
    const data = { person_id: actor.id, fields: ['email'], evict: false };
    const event = await recordEvent(tx, 'person.changed', data, actor.id);
    if (before.email !== null) {
      await queueMail(tx, [
        {
          eventId: event.id,
          template: 'email_changed',
          recipient: before.email,
          locale: before.locale,
          personId: actor.id,
        },
      ]);
    }
    return presentMe(after, actor.scope);
  });
  if (me === null) throw new Invalid({ otp: ['invalid_code'] });
  return me;
}

async function write(tx: Tx, id: string, email: string): Promise<PersonRow> {
  try {
    const { rows } = await tx.query<PersonRow>(
      `UPDATE person SET email = $2, updated_at = now() WHERE id = $1 RETURNING ${personColumns}`,
      [id, email],
    );
    return rows[0]!;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ email: ['taken'] });
    throw error;
  }
}
