'use client';
import { Menu as MenuIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useMe } from '@/components/data/use-me';
import { IconButton } from '@/components/ui/icon-button';
import { SkipLinks } from '@/components/ui/skip-links';
import type { MeDto } from '@/lib/schemas/person';
import { CommandLayer } from './commands/command-layer';
import { ConnectionBar } from './connection-bar';
import { StaffContext, type Target } from './desk-context';
import { Drawer } from './drawer';
import { NewTicketDialog } from './new-ticket-dialog';
import { NoticeAnnouncer } from './notices/announcer';
import { Sidebar } from './sidebar';
import { deskHref } from './use-desk-location';

const hrefFor = (number: number | null, target: Target = {}) => deskHref('/desk/mine', number, target);

/** A page of staff's that is no view of tickets: the desk's sidebar beside it, one column of its own. */
export function BesideDesk({ initialMe, children }: { initialMe: MeDto; children: ReactNode }) {
  const t = useTranslations('desk');
  const c = useTranslations('common');
  const router = useRouter();
  const me = useMe(initialMe).data ?? initialMe;
  const [menu, setMenu] = useState(false);
  const [creating, setCreating] = useState<string | null>(null);
  const create = useCallback((subject = '') => setCreating(subject), []);
  const staff = useMemo(
    () => ({
      me,
      hrefFor,
      go: (number: number | null, target?: Target) => router.push(hrefFor(number, target)),
    }),
    [me, router],
  );
  return (
    <StaffContext value={staff}>
      <SkipLinks links={[{ href: '#content', label: c('skipToContent') }]} />
      <div className="flex h-dvh flex-col overflow-hidden">
        <ConnectionBar />
        <div className="flex min-h-0 flex-1">
          <aside
            data-pane="sidebar"
            aria-label={t('nav.sidebar')}
            className="hidden w-14 shrink-0 border-e lg:block xl:w-58"
          >
            <Sidebar onCreate={create} />
          </aside>
          <main
            id="content"
            tabIndex={-1}
            className="scrolling min-h-0 min-w-0 flex-1 bg-surface outline-none"
          >
            <div className="px-2 pt-2 lg:hidden">
              <IconButton
                label={t('nav.open')}
                icon={<MenuIcon aria-hidden className="size-4.5" />}
                onClick={() => setMenu(true)}
              />
            </div>
            <div className="mx-auto w-full max-w-240 px-4 pt-2 pb-12 sm:px-6 lg:pt-8">{children}</div>
          </main>
        </div>
      </div>
      <Drawer open={menu} onOpenChange={setMenu} side="start" label={t('nav.sidebar')}>
        <Sidebar onCreate={create} onGo={() => setMenu(false)} />
      </Drawer>
      <NoticeAnnouncer />
      <NewTicketDialog
        open={creating !== null}
        subject={creating ?? ''}
        onOpenChange={(open) => setCreating(open ? '' : null)}
      />
      <CommandLayer onCreate={create} />
    </StaffContext>
  );
}
