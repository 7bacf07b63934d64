'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import { useQuery } from '@tanstack/react-query';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { ticketQuery } from '@/components/data/ticket-query';
import { useMe } from '@/components/data/use-me';
import { SkipLinks } from '@/components/ui/skip-links';
import type { MeDto } from '@/lib/schemas/person';
import { BulkActs } from './bulk-acts';
import { UndoSend } from './composer/undo-send';
import { ConnectionBar } from './connection-bar';
import { ContextPane } from './context-pane';
import { DeskContext } from './desk-context';
import { Drawer } from './drawer';
import { ListPane } from './list-pane';
import { NewTicketDialog } from './new-ticket-dialog';
import { NothingOpen } from './nothing-open';
import { NoticeAnnouncer } from './notices/announcer';
import { Sidebar } from './sidebar';
import { TicketPane } from './ticket-pane';
import { useDeskLocation } from './use-desk-location';
import { useMedia } from './use-media';
import { useShortcuts } from './use-shortcuts';
import { useStored } from './use-stored';
import { useViewName } from './use-view-name';

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
  const [creating, setCreating] = useState(false);
  const viewName = useViewName();
  const desk = useMemo(() => ({ me, location, hrefFor, go }), [me, location, hrefFor, go]);

  useShortcuts({
    c: () => setCreating(true),
    escape: () => {
      if (number === null) return;
      go(null);
      document
        .getElementById('ticket-list')
        ?.querySelector<HTMLElement>(`[data-number="${number}"]`)
        ?.focus();
    },
  });

  // Another ticket: what lay over the former one goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is the reason
  useEffect(() => {
    setContextDrawer(false);
    setMenu(false);
  }, [number, view]);

  return (
    <DeskContext value={desk}>
      <Tooltip.Provider delay={400} timeout={300}>
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
              <aside aria-label={t('nav.sidebar')} className="hidden w-14 shrink-0 border-e lg:block xl:w-58">
                <Sidebar onCreate={() => setCreating(true)} />
              </aside>
              <main className="flex min-h-0 min-w-0 flex-1">
                <div
                  className={cx(
                    'flex min-h-0 w-full shrink-0 flex-col bg-surface md:w-[clamp(18.75rem,34vw,23.25rem)] md:border-e',
                    number !== null && 'max-md:hidden',
                  )}
                >
                  <ListPane onMenu={() => setMenu(true)} />
                </div>
                <div
                  className={cx('flex min-h-0 min-w-0 flex-1 flex-col', number === null && 'max-md:hidden')}
                >
                  {number === null ? (
                    <NothingOpen />
                  ) : (
                    <TicketPane
                      number={number}
                      contextOpen={wide ? column === 'open' : contextDrawer}
                      onContext={() =>
                        wide
                          ? setColumn(column === 'open' ? 'closed' : 'open')
                          : setContextDrawer(!contextDrawer)
                      }
                    />
                  )}
                </div>
              </main>
              {number !== null && wide && column === 'open' ? (
                <aside aria-label={t('context.title')} className="w-76 shrink-0 border-s">
                  <ContextPane number={number} />
                </aside>
              ) : null}
            </div>
          </div>
          <Drawer open={menu} onOpenChange={setMenu} side="start" label={t('nav.sidebar')}>
            <Sidebar onCreate={() => setCreating(true)} onGo={() => setMenu(false)} />
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
          <NewTicketDialog open={creating} onOpenChange={setCreating} />
          <UndoSend />
        </BulkActs>
      </Tooltip.Provider>
    </DeskContext>
  );
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
