import type { Client } from '../auth/client';
import { inTransaction, sql } from '../db/transaction';
import { Conflict, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import type { Visitor } from '../queries/list-chats';
import { visitorRow } from '../queries/visitor-row';
import { countMailTo, issueCode, mailCode } from './steps/email-codes';

/**
 * Mails a code to the address that a visitor claims; typed into the widget, it proves that the address is his. The same
 * work and answer whether or not somebody has an account with it.
 *
 * @throws Invalid `email: required`; Conflict `email_confirmed`; RateLimited as for every code.
 */
export async function requestVisitorCode({ visitor }: Visitor, client: Client): Promise<void> {
  const { email, email_confirmed, locale } = await visitorRow(sql, visitor.id);
  if (email === null) throw new Invalid({ email: ['required'] });
  if (email_confirmed) throw new Conflict('email_confirmed', 'This address is confirmed already.');
  await countMailTo(email, client);
  await inTransaction(async (tx) => {
    const codeId = await issueCode(tx, `visitor:${visitor.id}`, email, client);
    const event = await recordEvent(tx, 'code.requested', { code_id: codeId });
    // whose address it is, is not known yet: the mail names nobody
    await mailCode(tx, event.id, codeId, email, null, {
      ip: client.ip,
      userAgent: client.userAgent,
      acceptLanguage: locale,
    });
  });
}
