'use client';
import { cx } from 'class-variance-authority';
import { ChartColumn, Command, Contact, Plus, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FirstSteps } from '@/components/setup/first-steps';
import { buttonStyle } from '@/components/ui/button-style';
import { Logo, LogoMark } from '@/components/ui/logo';
import { may } from '@/lib/rules/permissions';
import { AccountMenu } from './account-menu';
import { commandContext } from './commands/command-context';
import { CommandKeys } from './commands/command-keys';
import { useStaff } from './desk-context';
import { Bell } from './notices/bell';
import { Presence } from './presence';
import { RailTooltip } from './rail-tooltip';
import { ViewNav } from './view-nav';

interface SidebarProps {
  /** Something was chosen: a drawer closes. */
  onGo?: () => void;
}

/** Full width, or a rail of icons between 1024 and 1280 px. Below that it lies in a drawer. */
export function Sidebar({ onGo }: SidebarProps) {
  const t = useTranslations('desk');
  const k = useTranslations('commands.palette');
  const { me } = useStaff();
  return (
    <div className="flex h-full min-h-0 flex-col bg-canvas">
      <div className="flex h-14 shrink-0 items-center px-4 lg:max-xl:justify-center lg:max-xl:px-0">
        <Logo className="lg:max-xl:hidden" />
        <LogoMark className="hidden size-7 lg:max-xl:block" />
        <span className="ms-auto lg:max-xl:hidden">
          <Bell onGo={onGo} />
        </span>
      </div>
      <div className="hidden justify-center pb-2 lg:max-xl:flex">
        <Bell onGo={onGo} />
      </div>
      <div className="scrolling flex min-h-0 flex-1 flex-col gap-4 px-2 pb-3">
        <Presence />
        <RailTooltip label={t('nav.create')}>
          <button
            type="button"
            onClick={() => {
              onGo?.();
              commandContext().frame?.create?.();
            }}
            className={buttonStyle({ variant: 'secondary', full: true, className: 'lg:max-xl:px-0' })}
          >
            <Plus aria-hidden className="size-4" />
            <span className="lg:max-xl:sr-only">{t('nav.create')}</span>
            <span className="ms-auto hidden xl:pointer-fine:inline">
              <CommandKeys id="create" />
            </span>
          </button>
        </RailTooltip>
        <ViewNav onGo={onGo} />
        {may(me, 'system.check') ? <FirstSteps onGo={onGo} /> : null}
      </div>
      <div className="flex shrink-0 flex-col gap-px border-t px-2 py-2">
        <RailTooltip label={k('open')}>
          <button
            type="button"
            onClick={() => {
              onGo?.();
              // a drawer gives the focus back first
              setTimeout(() => commandContext().frame?.palette?.('root'));
            }}
            className="flex h-nav-item items-center gap-2.5 rounded-control px-2.5 text-ink-2 hover:bg-hover hover:text-ink lg:max-xl:justify-center lg:max-xl:px-0"
          >
            <Command aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            <span className="lg:max-xl:sr-only">{k('open')}</span>
            <span className="ms-auto hidden xl:pointer-fine:inline">
              <CommandKeys id="palette" />
            </span>
          </button>
        </RailTooltip>
        <CustomersLink />
        {may(me, 'person.create') ? (
          <RailTooltip label={t('nav.people')}>
            <Link
              href="/admin/people"
              className="flex h-nav-item items-center gap-2.5 rounded-control px-2.5 text-ink-2 hover:bg-hover hover:text-ink lg:max-xl:justify-center lg:max-xl:px-0"
            >
              <Users aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              <span className="lg:max-xl:sr-only">{t('nav.people')}</span>
            </Link>
          </RailTooltip>
        ) : null}
        {may(me, 'report.read') ? (
          <RailTooltip label={t('nav.reports')}>
            <Link
              href="/admin/reports"
              className="flex h-nav-item items-center gap-2.5 rounded-control px-2.5 text-ink-2 hover:bg-hover hover:text-ink lg:max-xl:justify-center lg:max-xl:px-0"
            >
              <ChartColumn aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              <span className="lg:max-xl:sr-only">{t('nav.reports')}</span>
            </Link>
          </RailTooltip>
        ) : null}
        <AccountMenu />
      </div>
    </div>
  );
}

/** Follows the address by itself: the rest of the sidebar is not drawn anew for every ticket that is opened. */
function CustomersLink() {
  const t = useTranslations('desk');
  const isCustomers = usePathname().startsWith('/customers');
  return (
    <RailTooltip label={t('nav.customers')}>
      <Link
        href="/customers"
        aria-current={isCustomers ? 'page' : undefined}
        className={cx(
          'flex h-nav-item items-center gap-2.5 rounded-control px-2.5 hover:bg-hover hover:text-ink lg:max-xl:justify-center lg:max-xl:px-0',
          isCustomers ? 'row-selected bg-selected font-[600] text-ink' : 'text-ink-2',
        )}
      >
        <Contact aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        <span className="lg:max-xl:sr-only">{t('nav.customers')}</span>
      </Link>
    </RailTooltip>
  );
}
