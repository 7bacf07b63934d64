'use client';
import { useQuery } from '@tanstack/react-query';
import { cx } from 'class-variance-authority';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { memo, useCallback, useDeferredValue, useEffect, useState } from 'react';
import { ticketQuery } from '@/components/data/ticket-query';
import { Later } from '@/components/ui/later';
import type { MeDto } from '@/lib/schemas/person';
import { BulkActs } from './bulk-acts';
import { useCommandPart } from './commands/command-context';
import { UndoSend } from './composer/undo-send';
import { PlaceContext, useDesk } from './desk-context';
import { Drawer } from './drawer';
import { ListPane } from './list-pane';
import { MyWork } from './my-work';
import { NothingOpen } from './nothing-open';
import { StaffFrame } from './staff-frame';
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
Later.atRest(() => import('./ticket-pane'));
Later.atRest(() => import('./context-pane'));

/** The desk: views and tickets beside the sidebar. */
export function Desk({ initialMe }: { initialMe: MeDto }) {
  const t = useTranslations('desk');
  const { location, hrefFor, go } = useDeskLocation();
  return (
    <PlaceContext value={location}>
      <StaffFrame
        initialMe={initialMe}
        hrefFor={hrefFor}
        go={go}
        skip={[
          { href: '#ticket-list', label: t('skip.list') },
          ...(location.number === null
            ? []
            : ([
                { href: '#ticket-heading', label: t('skip.ticket') },
                { href: '#composer', label: t('skip.composer') },
              ] as const)),
        ]}
      >
        {(openMenu) => (
          <BulkActs>
            <Panes onMenu={openMenu} />
            <UndoSend />
          </BulkActs>
        )}
      </StaffFrame>
    </PlaceContext>
  );
}

/**
 * List, ticket, context: all three from 1440 px; the context slides over below, and under 768 one pane is shown at a
 * time.
 */
const Panes = memo(function Panes({ onMenu }: { onMenu: () => void }) {
  const t = useTranslations('desk');
  const { location, go } = useDesk();
  const { number, view, search } = location;
  const wide = useMedia('(min-width: 90rem)');
  const [column, setColumn] = useStored<'open' | 'closed'>('context-column', 'open');
  const [contextDrawer, setContextDrawer] = useState(false);
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
  useEffect(() => setContextDrawer(false), [number, view]);

  return (
    <>
      <PageTitle />
      <main className="flex min-h-0 min-w-0 flex-1">
        <div
          className={cx(
            'flex min-h-0 w-full shrink-0 flex-col bg-surface md:w-[clamp(18.75rem,34vw,23.25rem)] md:border-e',
            number !== null && 'max-md:hidden',
          )}
        >
          <DeskList onMenu={onMenu} />
        </div>
        <div
          data-pane="ticket"
          className={cx('flex min-h-0 min-w-0 flex-1 flex-col', number === null && 'max-md:hidden')}
        >
          {number !== null ? (
            <TicketPane
              number={number}
              contextOpen={wide ? column === 'open' : contextDrawer}
              onContext={toggleContext}
            />
          ) : view === 'mine' && search === null ? (
            <MyWork />
          ) : (
            <NothingOpen />
          )}
        </div>
      </main>
      {number !== null && wide && column === 'open' ? (
        <aside data-pane="context" aria-label={t('context.title')} className="w-76 shrink-0 border-s">
          <ContextPane number={number} />
        </aside>
      ) : null}
      {number !== null && !wide ? (
        <Drawer open={contextDrawer} onOpenChange={setContextDrawer} side="end" label={t('context.title')}>
          <ContextPane number={number} onClose={() => setContextDrawer(false)} />
        </Drawer>
      ) : null}
    </>
  );
});

// it follows the address by itself, as far as it needs
const DeskList = memo(ListPane);

/** A key that is pressed meanwhile belongs to the ticket and waits for it. */
function ComingTicket() {
  useCommandPart('opening', {});
  return <TicketSkeleton />;
}

/** The tab's title follows the open ticket, and is read out once when it changes. */
function PageTitle() {
  const s = useTranslations('search');
  const viewName = useViewName();
  const { number, view, search } = useDesk().location;
  const subject = useQuery({ ...ticketQuery(number ?? 0), enabled: number !== null }).data?.subject;
  const place = search === null ? viewName(view) : s('title');
  const title =
    number === null ? place : subject ? `#${number} ${subject} – ${place}` : `#${number} – ${place}`;
  // after the ticket: nobody reads the tab first
  const said = useDeferredValue(title);
  useEffect(() => {
    document.title = said;
  }, [said]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
