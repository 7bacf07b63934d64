import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import './globals.css';
import { Providers } from './providers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: 'Switchboard', template: '%s – Switchboard' },
    description: t('description'),
    applicationName: 'Switchboard',
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
  // Customers never load the words of the desk: its own layouts add them.
  const { desk: _desk, admin: _admin, ...messages } = await getMessages();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // next-themes sets the class before the first paint, which the server cannot know.
    <html lang={locale} dir="ltr" suppressHydrationWarning>
      <body className="bg-canvas text-ink">
        <NextIntlClientProvider messages={messages}>
          <Providers nonce={nonce}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
