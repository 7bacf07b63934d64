'use client';
import { ArrowLeft, Command } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useMe } from '@/components/data/use-me';
import { commandContext } from '@/components/desk/commands/command-context';
import { CommandKeys } from '@/components/desk/commands/command-keys';
import { CommandLayer } from '@/components/desk/commands/command-layer';
import { StaffContext } from '@/components/desk/desk-context';
import { Ringing } from '@/components/desk/offers/ringing';
import { useWayToDesk } from '@/components/desk/use-way-to-desk';
import { Button } from '@/components/ui/button';
import { Logo } from '@/components/ui/logo';
import { SkipLinks } from '@/components/ui/skip-links';
import type { MeDto } from '@/lib/schemas/person';
import { AdminNav } from './admin-nav';

/** What is set up rather than worked on: a quiet page with the way back to the desk. */
export function AdminFrame({ initialMe, children }: { initialMe: MeDto; children: ReactNode }) {
  const t = useTranslations('admin');
  const c = useTranslations('common');
  const k = useTranslations('commands.palette');
  const me = useMe(initialMe).data ?? initialMe;
  const { hrefFor, go } = useWayToDesk();
  const staff = useMemo(() => ({ me, hrefFor, go }), [me, hrefFor, go]);
  return (
    <StaffContext value={staff}>
      <div className="flex min-h-dvh flex-col bg-surface">
        <SkipLinks links={[{ href: '#content', label: c('skipToContent') }]} />
        <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-1 border-b bg-canvas px-3 sm:gap-4 sm:px-6">
          <Link href="/desk" className="inline-flex rounded-control" aria-label={t('home')}>
            <Logo />
          </Link>
          <span className="flex-1" />
          <Button
            variant="quiet"
            icon={<Command aria-hidden className="size-4" strokeWidth={1.75} />}
            onClick={() => commandContext().frame?.palette?.('root')}
          >
            <span className="max-sm:sr-only">{k('open')}</span>
            <span className="hidden sm:pointer-fine:inline">
              <CommandKeys id="palette" />
            </span>
          </Button>
          <Link
            href="/desk"
            className="inline-flex h-control items-center gap-1.5 whitespace-nowrap rounded-control px-2.5 text-ui text-ink-2 hover:bg-hover hover:text-ink"
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
      <Ringing />
      <CommandLayer />
    </StaffContext>
  );
}
