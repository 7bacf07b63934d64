'use client';
import { Menu as MenuIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { useSearchList } from '@/components/data/use-search';
import { useTicketList } from '@/components/data/use-ticket-list';
import { useViews } from '@/components/data/use-views';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import type { ViewKey } from '@/lib/rules/views';
import { ClaimMenu } from './claim-menu';
import { useDesk } from './desk-context';
import { DirtyBar } from './dirty-bar';
import { DisplayMenu } from './display-menu';
import { FilterChips } from './filter-chips';
import { FilterMenu } from './filter-menu';
import { ListBody } from './list-body';
import { ListSkeleton } from './list-skeleton';
import { Bell } from './notices/bell';
import { SaveSearch } from './save-search';
import { SearchBox } from './search-box';
import { SearchResults } from './search-results';
import { SortMenu } from './sort-menu';
import { type ListView, useListFilters } from './use-list-filters';
import { useView } from './use-view';

/** The list of a view, or what was searched for in its place. */
export function ListPane({ onMenu }: { onMenu: () => void }) {
  const { search } = useDesk().location;
  return search === null ? <ViewList onMenu={onMenu} /> : <SearchList q={search.trim()} onMenu={onMenu} />;
}

interface FrameProps {
  name: string;
  label: string;
  count?: string;
  /** What the address asks for. */
  search?: string | null;
  onMenu: () => void;
  tools?: ReactNode;
  chips?: ReactNode;
  children: ReactNode;
}

/** Name, tools and search box above, rows below. */
function Frame({ name, label, count, search = null, onMenu, tools, chips, children }: FrameProps) {
  const t = useTranslations('desk');
  return (
    <section aria-label={label} className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-col border-b">
        <div className="flex h-14 items-center gap-1 ps-4 pe-2">
          <IconButton
            label={t('nav.open')}
            icon={<MenuIcon aria-hidden className="size-4.5" />}
            onClick={onMenu}
            className="-ms-2 lg:hidden"
          />
          <PaneHeading>{name}</PaneHeading>
          {count ? <span className="tabular ms-1.5 text-small text-ink-3">{count}</span> : null}
          <span className="flex-1" />
          {tools}
          <span className="lg:hidden">
            <Bell />
          </span>
        </div>
        <div className="px-3 pb-3">
          <SearchBox search={search} />
        </div>
        {chips}
      </header>
      <div id="ticket-list" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </div>
    </section>
  );
}

/** On a ticket's address the subject is the page's heading. */
function PaneHeading({ children }: { children: ReactNode }) {
  const Heading = useDesk().location.number === null ? 'h1' : 'h2';
  return <Heading className="min-w-0 truncate text-heading">{children}</Heading>;
}

/** The list of a view: its name, filters, order and rows. */
function ViewList({ onMenu }: { onMenu: () => void }) {
  const t = useTranslations('views');
  const { location, go } = useDesk();
  const { view, isGone } = useView(location.view);
  if (view) return <KnownViewList key={view.key} view={view} onMenu={onMenu} />;
  return (
    <Frame name={t('loading')} label={t('loading')} onMenu={onMenu}>
      {isGone ? (
        <EmptyState
          title={t('gone.title')}
          action={
            <Button variant="secondary" onClick={() => go(location.number, { view: 'mine' })}>
              {t('gone.action')}
            </Button>
          }
        >
          {t('gone.detail')}
        </EmptyState>
      ) : (
        <ListSkeleton />
      )}
    </Frame>
  );
}

/** Not drawn anew for a ticket that is opened: only its rows follow that. */
const KnownViewList = memo(function KnownViewList({ view, onMenu }: { view: ListView; onMenu: () => void }) {
  const t = useTranslations('desk');
  const list = useListFilters(view);
  const tickets = useTicketList({ ...list.filters, group: list.group ?? undefined });
  const count = useViews().data?.get(view.key);
  const name = list.inReport ? t('view.report') : (view.name ?? t(`view.${view.key as ViewKey}`));
  return (
    <Frame
      name={name}
      label={t('list.label', { view: name })}
      count={count && !list.narrowed ? `${count.count}${count.capped ? '+' : ''}` : undefined}
      onMenu={onMenu}
      tools={
        <>
          {view.key === 'unassigned' ? <ClaimMenu /> : null}
          <DisplayMenu list={list} />
          <SortMenu sort={list.sort} onSort={(sort) => void list.setSort(sort)} />
          <FilterMenu list={list} />
        </>
      }
      chips={
        <>
          <FilterChips view={view} list={list} />
          <DirtyBar view={view} list={list} />
        </>
      }
    >
      <ListBody
        // Another question is another list: nothing of the former one is held or chosen.
        key={JSON.stringify([view.key, list.filters, list.group])}
        name={name}
        tickets={tickets}
        list={list}
        view={view}
        onClear={() => void list.reset()}
      />
    </Frame>
  );
});

function SearchList({ q, onMenu }: { q: string; onMenu: () => void }) {
  const t = useTranslations('search');
  const found = useSearchList(q).data?.pages[0];
  return (
    <Frame
      name={t('title')}
      label={t('list')}
      search={q}
      count={found ? t('count', { count: found.total, capped: String(found.capped) }) : undefined}
      onMenu={onMenu}
      tools={q === '' ? null : <SaveSearch q={q} />}
    >
      <p role="status" className="sr-only">
        {found ? t('found', { count: found.total, capped: String(found.capped) }) : null}
      </p>
      <SearchResults key={q} q={q} />
    </Frame>
  );
}
