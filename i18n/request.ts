import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { workspace } from '@/app/workspace';
import { LOCALES, type Locale } from '@/lib/schemas/values';

/** One file of messages each; the file's name is the namespace. */
const NAMESPACES = [
  'common',
  'landing',
  'auth',
  'portal',
  'account',
  'mailbox',
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
  'macros',
  'notices',
  'views',
  'lifecycle',
  'attachments',
  'commands',
] as const;

const isLocale = (text: string | undefined): text is Locale => LOCALES.includes(text as Locale);

/** The best of `Accept-Language` that we speak: highest q first, region ignored. Null when there is none. */
function preferredLocale(header: string | null): Locale | null {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  return wishes.map((wish) => wish.tag).find(isLocale) ?? null;
}

/** The cookie that the account page sets, else what the browser asks for, else the workspace's own. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('locale')?.value;
  const locale = isLocale(chosen)
    ? chosen
    : (preferredLocale((await headers()).get('accept-language')) ?? (await workspace()).default_locale);
  const parts = await Promise.all(
    NAMESPACES.map(
      async (name) => [name, (await import(`../messages/${locale}/${name}.json`)).default] as const,
    ),
  );
  // Times are shown in the reader's own zone, which only his browser knows; nothing is formatted on the server.
  return { locale, messages: Object.fromEntries(parts), timeZone: 'UTC' };
});
