'use client';
import { useQuery } from '@tanstack/react-query';
import { cx } from 'class-variance-authority';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { ticketQuery } from '@/components/data/ticket-query';
import { useMe } from '@/components/data/use-me';
import { Later } from '@/components/ui/later';
import { SkipLinks } from '@/components/ui/skip-links';
import type { MeDto } from '@/lib/schemas/person';
import { BulkActs } from './bulk-acts';
import { useCommandPart } from './commands/command-context';
import { CommandLayer } from './commands/command-layer';
import { UndoSend } from './composer/undo-send';
import { ConnectionBar } from './connection-bar';
import { PlaceContext, StaffContext } from './desk-context';
import { Drawer } from './drawer';
import { ListPane } from './list-pane';
import { NewTicketDialog } from './new-ticket-dialog';
import { NothingOpen } from './nothing-open';
import { NoticeAnnouncer } from './notices/announcer';
import { Sidebar } from './sidebar';
import { TicketSkeleton } from './ticket-skeleton';
import { useDeskLocation } from './use-desk-location';
import { useMedia } from './use-media';
import { useStored } from './use-stored';
import { useViewName } from './use-view-name';

// A list alone needs neither: they come once the page rests, or with a ticket's own address.
const TicketPane = dynamic(() => import('./ticket-pane').then((file) => file.TicketPane), {
  loading: ComingTicket,
});
const ContextPane = dynamic(() => import('./context-pane').then((file) => file.ContextPane));
for (const load of [() => import('./ticket-pane'), () => import('./context-pane')]) new Later<unknown>(load);

/**
 * The frame: sidebar, list, ticket, context. All four from 1440 px; the context slides over below, the sidebar is a
 * rail below 1280 and a drawer below 1024, and under 768 one pane is shown at a time.
 */
export function Desk({ initialMe }: { initialMe: MeDto }) {
  const t = useTranslations('desk');
  const s = useTranslations('search');
  const me = useMe(initialMe).data ?? initialMe;
  const { location, hrefFor, go } = useDeskLocation();
  const { number, view, search } = location;
  const wide = useMedia('(min-width: 90rem)');
  const [column, setColumn] = useStored<'open' | 'closed'>('context-column', 'open');
  const [contextDrawer, setContextDrawer] = useState(false);
  const [menu, setMenu] = useState(false);
  // null: closed; else what the subject begins with
  const [creating, setCreating] = useState<string | null>(null);
  const viewName = useViewName();
  const staff = useMemo(() => ({ me, hrefFor, go }), [me, hrefFor, go]);
  const openMenu = useCallback(() => setMenu(true), []);
  const closeMenu = useCallback(() => setMenu(false), []);
  const create = useCallback((subject = '') => setCreating(subject), []);
  const toggleContext = useCallback(
    () => (wide ? setColumn(column === 'open' ? 'closed' : 'open') : setContextDrawer((before) => !before)),
    [wide, column, setColumn],
  );
  const back = () => {
    go(null);
    document.getElementById('ticket-list')?.querySelector<HTMLElement>(`[data-number="${number}"]`)?.focus();
  };
  useCommandPart('desk', number === null ? null : { back, context: toggleContext });

  // Another ticket: what lay over the former one goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is the reason
  useEffect(() => {
    setContextDrawer(false);
    setMenu(false);
  }, [number, view]);

  return (
    <StaffContext value={staff}>
      <PlaceContext value={location}>
        <BulkActs>
          <SkipLinks
            links={[
              { href: '#ticket-list', label: t('skip.list') },
              ...(number === null
                ? []
                : ([
                    { href: '#ticket-heading', label: t('skip.ticket') },
                    { href: '#composer', label: t('skip.composer') },
                  ] as const)),
            ]}
          />
          <PageTitle number={number} view={search === null ? viewName(view) : s('title')} />
          <div className="flex h-dvh flex-col overflow-hidden">
            <ConnectionBar />
            <div className="flex min-h-0 flex-1">
              <aside
                data-pane="sidebar"
                aria-label={t('nav.sidebar')}
                className="hidden w-14 shrink-0 border-e lg:block xl:w-58"
              >
                <DeskSidebar onCreate={create} />
              </aside>
              <main className="flex min-h-0 min-w-0 flex-1">
                <div
                  className={cx(
                    'flex min-h-0 w-full shrink-0 flex-col bg-surface md:w-[clamp(18.75rem,34vw,23.25rem)] md:border-e',
                    number !== null && 'max-md:hidden',
                  )}
                >
                  <DeskList onMenu={openMenu} />
                </div>
                <div
                  data-pane="ticket"
                  className={cx('flex min-h-0 min-w-0 flex-1 flex-col', number === null && 'max-md:hidden')}
                >
                  {number === null ? (
                    <NothingOpen />
                  ) : (
                    <TicketPane
                      number={number}
                      contextOpen={wide ? column === 'open' : contextDrawer}
                      onContext={toggleContext}
                    />
                  )}
                </div>
              </main>
              {number !== null && wide && column === 'open' ? (
                <aside data-pane="context" aria-label={t('context.title')} className="w-76 shrink-0 border-s">
                  <ContextPane number={number} />
                </aside>
              ) : null}
            </div>
          </div>
          <Drawer open={menu} onOpenChange={setMenu} side="start" label={t('nav.sidebar')}>
            <Sidebar onCreate={create} onGo={closeMenu} />
          </Drawer>
          {number !== null && !wide ? (
            <Drawer
              open={contextDrawer}
              onOpenChange={setContextDrawer}
              side="end"
              label={t('context.title')}
            >
              <ContextPane number={number} onClose={() => setContextDrawer(false)} />
            </Drawer>
          ) : null}
          <NoticeAnnouncer />
          <NewTicketDialog
            open={creating !== null}
            subject={creating ?? ''}
            onOpenChange={(open) => setCreating(open ? '' : null)}
          />
          <CommandLayer onCreate={create} />
          <UndoSend />
        </BulkActs>
      </PlaceContext>
    </StaffContext>
  );
}

// they follow the address by themselves, each as far as it needs
const DeskSidebar = memo(Sidebar);
const DeskList = memo(ListPane);

/** A key that is pressed meanwhile belongs to the ticket and waits for it. */
function ComingTicket() {
  useCommandPart('opening', {});
  return <TicketSkeleton />;
}

/** The tab's title follows the open ticket, and is read out once when it changes. */
function PageTitle({ number, view }: { number: number | null; view: string }) {
  const subject = useQuery({ ...ticketQuery(number ?? 0), enabled: number !== null }).data?.subject;
  const title = number === null ? view : subject ? `#${number} ${subject} – ${view}` : `#${number} – ${view}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <p aria-live="polite" className="sr-only">
      {title}
    </p>
  );
}
