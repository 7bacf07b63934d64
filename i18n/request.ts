import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { currentIdentity } from '@/app/current-actor';
import { workspace } from '@/app/workspace';
import { acceptedLocale } from '@/lib/auth/accepted-locale';
import { LOCALES, type Locale } from '@/lib/schemas/values';

/** One file of messages each; the file's name is the namespace. */
const NAMESPACES = [
  'common',
  'landing',
  'auth',
  'portal',
  'account',
  'mailbox',
  'messenger',
  'lab',
  'desk',
  'composer',
  'admin',
  'ai',
  'search',
  'customers',
  'reports',
  'people',
  'teams',
  'workspace',
  'data',
  'developers',
  'audit',
  'setup',
  'system',
  'urgency',
  'routing',
  'macros',
  'notices',
  'views',
  'lifecycle',
  'attachments',
  'commands',
  'presence',
  'offers',
  'whatIf',
  'board',
  'channels',
  'coverage',
  'websites',
] as const;

const isLocale = (text: unknown): text is Locale => LOCALES.includes(text as Locale);

/** What the signed-in person chose for himself. While the database is away, nobody is known. */
async function ownLocale(): Promise<Locale | undefined> {
  const identity = await currentIdentity().catch(() => null);
  return identity?.locale;
}

/** What was chosen in this browser, else in the account, else what the browser asks for, else the workspace's own. */
async function localeOf(): Promise<Locale> {
  const chosen = (await cookies()).get('locale')?.value;
  if (isLocale(chosen)) return chosen;
  const own = await ownLocale();
  if (isLocale(own)) return own;
  return acceptedLocale((await headers()).get('accept-language') ?? '', (await workspace()).default_locale);
}

export default getRequestConfig(async () => {
  const locale = await localeOf();
  const parts = await Promise.all(
    NAMESPACES.map(
      async (name) => [name, (await import(`../messages/${locale}/${name}.json`)).default] as const,
    ),
  );
  // Times are shown in the reader's own zone, which only his browser knows; nothing is formatted on the server.
  return { locale, messages: Object.fromEntries(parts), timeZone: 'UTC' };
});
