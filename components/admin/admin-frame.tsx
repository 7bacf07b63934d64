'use client';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '@/components/ui/logo';
import { SkipLinks } from '@/components/ui/skip-links';
import { AdminNav } from './admin-nav';

/** What is set up rather than worked on: a quiet page with the way back to the desk. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('admin');
  const c = useTranslations('common');
  return (
    <div className="flex min-h-dvh flex-col bg-surface">
      <SkipLinks links={[{ href: '#content', label: c('skipToContent') }]} />
      <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-4 border-b bg-canvas px-4 sm:px-6">
        <Link href="/desk" className="inline-flex rounded-control" aria-label={t('home')}>
          <Logo />
        </Link>
        <span className="flex-1" />
        <Link
          href="/desk"
          className="inline-flex h-control items-center gap-1.5 rounded-control px-2.5 text-ui text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('toDesk')}
        </Link>
      </header>
      <div className="mx-auto flex w-full max-w-340 flex-1 flex-col gap-4 px-4 py-6 sm:px-6 lg:flex-row lg:gap-10 lg:py-8">
        <div className="shrink-0 lg:sticky lg:top-22 lg:w-48 lg:self-start">
          <AdminNav />
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
