import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { directionOf } from '@/lib/rules/locales';
import './globals.css';
import { messagesFor } from './messages-for';
import { Providers } from './providers';
import { workspace } from './workspace';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  const { workspace_name: name } = await workspace();
  return {
    // a name may hold what Next takes for the page's place
    title: { default: name, template: `%s – ${name.replaceAll('%', '')}` },
    description: t('description'),
    applicationName: name,
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f5f2' },
    { media: '(prefers-color-scheme: dark)', color: '#121311' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const direction = directionOf(locale);
  const messages = await messagesFor('common');
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // next-themes sets the class before the first paint, which the server cannot know.
    <html lang={locale} dir={direction} suppressHydrationWarning>
      <body className="bg-canvas text-ink">
        <NextIntlClientProvider messages={messages}>
          <Providers nonce={nonce} direction={direction}>
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
