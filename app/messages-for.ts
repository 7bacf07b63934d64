import type { Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';

/**
 * The texts that a part of the house needs in the browser: every page carries them whole, so each layout names its
 * own. A provider inside another takes its place, so it names all that is used below it. The rest stays on the server.
 */
export async function messagesFor(...namespaces: string[]): Promise<Messages> {
  const all = await getMessages();
  return Object.fromEntries(Object.entries(all).filter(([name]) => namespaces.includes(name)));
}
