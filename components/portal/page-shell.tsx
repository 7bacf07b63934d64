import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AccentStyle } from '@/components/ui/accent-style';
import { LazyToasts } from '@/components/ui/lazy-toasts';
import { Logo } from '@/components/ui/logo';
import { SkipLinks } from '@/components/ui/skip-links';
import type { MeDto } from '@/lib/schemas/person';
import { NavLink } from './nav-link';
import { SignOutButton } from './sign-out-button';

interface PageShellProps {
  me: Pick<MeDto, 'name' | 'role'>;
  workspace: { workspace_name: string; accent: string | null };
  children: ReactNode;
}

/** One calm column under one line of links; for customers everywhere, for staff on the account page. */
export async function PageShell({ me, workspace, children }: PageShellProps) {
  const t = await getTranslations('portal.nav');
  const customer = me.role === 'customer';
  return (
    <div className="flex min-h-dvh flex-col">
      <AccentStyle accent={workspace.accent} />
      <SkipLinks links={[{ href: '#content', label: t('skip') }]} />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 w-full max-w-[49rem] flex-wrap items-center gap-x-6 px-5 py-2 sm:px-8 sm:py-0">
          <Link
            href={customer ? '/requests' : '/desk'}
            className="inline-flex rounded-control"
            aria-label={workspace.workspace_name}
          >
            <Logo name={workspace.workspace_name} />
          </Link>
          <nav
            aria-label={t('label')}
            className="order-last -mx-2 flex basis-full items-center gap-1 sm:order-none sm:mx-0 sm:flex-1 sm:basis-auto"
          >
            {customer ? (
              <>
                <NavLink href="/requests">{t('requests')}</NavLink>
                <NavLink href="/requests/new">{t('newRequest')}</NavLink>
              </>
            ) : (
              <NavLink href="/desk">{t('desk')}</NavLink>
            )}
            <NavLink href="/account" className="sm:ms-auto">
              <span className="sm:hidden">{t('account')}</span>
              <bdi className="hidden max-w-48 truncate sm:block">{me.name}</bdi>
            </NavLink>
          </nav>
          <div className="ms-auto sm:ms-0">
            <SignOutButton />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-[49rem] flex-1 px-5 pt-8 pb-24 sm:px-8 sm:pt-12">
        {children}
      </main>
      <LazyToasts />
    </div>
  );
}
