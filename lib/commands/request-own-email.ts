import type { Client } from '../auth/client';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import type { Actor } from '../rules/permissions';
import { countMailTo, issueCode, mailCode } from './steps/email-codes';
import { lockPerson } from './steps/lock-person';
import { type Attempt, once } from './steps/once';

/**
 * A person wants another address as his own: mails a code to it, which only he can use. Whether somebody else has the
 * address is not said here.
 * @throws Invalid `email: unchanged`; RateLimited as for every code.
 */
export async function requestOwnEmail(
  actor: Actor,
  email: string,
  client: Client,
  attempt?: Attempt,
): Promise<{ detail: string }> {
  await countMailTo(email, client);
  return once(actor, attempt, async (tx) => {
    const me = await lockPerson(tx, actor.id);
    if (me.email === email) throw new Invalid({ email: ['unchanged'] });
    const codeId = await issueCode(tx, `own:${actor.id}`, email, client);
    const data = { person_id: actor.id, code_id: codeId };
    const event = await recordEvent(tx, 'email.change_requested', data, actor.id);
    // to an address that is not his yet: the mail names nobody
    await mailCode(tx, event.id, codeId, email, null, {
      ip: client.ip,
      userAgent: client.userAgent,
      acceptLanguage: me.locale,
    });
    return { detail: 'A code is on its way to the new address. It holds for 10 minutes.' };
  });
}
