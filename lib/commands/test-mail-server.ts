import { countRequest } from '../auth/rate-limits';
import { ImapFolder } from '../channels/email/imap-folder';
import { MailServerTrouble, troubleOf } from '../channels/email/server-trouble';
import { sql } from '../db/transaction';
import { greetServer } from '../email/greet-server';
import { serverOf } from '../email/transport';
import { Forbidden } from '../errors';
import { readMailbox } from '../queries/list-mailboxes';
import { type Actor, may } from '../rules/permissions';
import type { ImapInput, ServerTestDto, SmtpInput } from '../schemas/mail-servers';
import { passwordOf, sealedPassword } from './steps/mail-servers';

/**
 * Connects to an IMAP server as the worker would, signs in, opens the folder, and hangs up. Nothing is fetched or
 * changed. A password that is left out is the stored one, for the host that it is stored for alone.
 *
 * @throws Forbidden, NotFound, Invalid `imap.password`, RateLimited.
 */
export async function testReceiving(actor: Actor, id: string, input: ImapInput): Promise<ServerTestDto> {
  await admit(actor, id);
  const sealed = await sealedPassword(sql, 'imap', id, input);
  return outcomeOf(async () => {
    const password = passwordOf('imap', sealed!);
    // only looked at: what would become of its mails is not tried
    const folder = await ImapFolder.open({ ...input, password, then_do: 'leave' });
    const mails = folder.count;
    await folder.close();
    return mails;
  });
}

/** Connects to an SMTP server and signs in, as a mail would, and hangs up. @throws as {@link testReceiving}. */
export async function testSending(actor: Actor, id: string, input: SmtpInput): Promise<ServerTestDto> {
  await admit(actor, id);
  const sealed = await sealedPassword(sql, 'smtp', id, input);
  return outcomeOf(async () => {
    const password = sealed && passwordOf('smtp', sealed);
    const refused = await greetServer(serverOf({ ...input, password }));
    if (!refused) return null;
    const { error, said } = refused;
    const isLogin = error.code === 'EAUTH' || [530, 534, 535, 538].includes(error.responseCode ?? 0);
    throw new MailServerTrouble(isLogin ? 'login' : troubleOf(error), said);
  });
}

async function admit(actor: Actor, id: string): Promise<void> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  await readMailbox(sql, id);
  await countRequest('server_person', actor.id);
}

async function outcomeOf(attempt: () => Promise<number | null>): Promise<ServerTestDto> {
  try {
    return { trouble: null, said: null, mails: await attempt() };
  } catch (error) {
    if (!(error instanceof MailServerTrouble)) throw error;
    return { trouble: error.trouble, said: error.said || null, mails: null };
  }
}
