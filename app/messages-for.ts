import type { Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';

/** The words of the pages that are open to everybody and to customers. Staff's layouts add their own. */
const PUBLIC = ['common', 'landing', 'auth', 'portal', 'account', 'mailbox', 'attachments'];

/** The texts that a part of the house needs in the browser, beside the public ones; the rest stays on the server. */
export async function messagesFor(...namespaces: string[]): Promise<Messages> {
  const all = await getMessages();
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => PUBLIC.includes(name) || namespaces.includes(name)),
  );
}
