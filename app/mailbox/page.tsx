import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { Suspense } from 'react';
import { currentActor } from '@/app/current-actor';
import { messagesFor } from '@/app/messages-for';
import { MailboxView } from '@/components/mailbox/mailbox-view';
import { buttonStyle } from '@/components/ui/button-style';
import { Logo } from '@/components/ui/logo';
import { signInOptions } from '@/lib/auth/sign-in-options';
import { NotFound } from '@/lib/errors';
import { accessMailbox } from '@/lib/queries/access-mailbox';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailbox');
  return { title: t('title'), robots: { index: false } };
}

/** Mails of an installation without a mail server. Whether there is such a page is decided where its mails are read. */
export default async function MailboxPage() {
  const actor = await currentActor();
  try {
    accessMailbox(actor?.role ?? null);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  const t = await getTranslations('mailbox');
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-note-line bg-note px-5 py-3 sm:px-6">
        <Link href="/" className="inline-flex rounded-control" aria-label={t('home')}>
          <Logo />
        </Link>
        <div className="min-w-0 flex-1 basis-80 text-note-ink">
          <h1 className="text-ui font-[600]">{t('title')}</h1>
          <p className="text-small text-pretty">{t('lead')}</p>
        </div>
        {/* by a full load: the lab's frames need a policy of their own */}
        {signInOptions().lab ? (
          <a href="/lab" className={buttonStyle({ variant: 'note' })}>
            {t('lab')}
          </a>
        ) : null}
      </header>
      <main className="flex min-h-0 flex-1 flex-col">
        <Suspense>
          <NuqsAdapter>
            <NextIntlClientProvider messages={await messagesFor('common', 'auth', 'mailbox')}>
              <MailboxView />
            </NextIntlClientProvider>
          </NuqsAdapter>
        </Suspense>
      </main>
    </div>
  );
}
