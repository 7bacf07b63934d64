'use client';
import { Download, Menu as MenuIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { addressOf } from '@/components/data/api';
import { useTicketList } from '@/components/data/use-ticket-list';
import { useViews } from '@/components/data/use-views';
import { IconButton } from '@/components/ui/icon-button';
import { useDesk } from './desk-context';
import { FilterChips } from './filter-chips';
import { FilterMenu } from './filter-menu';
import { ListBody } from './list-body';
import { SearchBox } from './search-box';
import { SortMenu } from './sort-menu';
import { useListFilters } from './use-list-filters';

/** The list of a view: its name, search, filters, order and rows. */
export function ListPane({ onMenu }: { onMenu: () => void }) {
  const t = useTranslations('desk');
  const { location } = useDesk();
  const list = useListFilters(location.view);
  const query = useTicketList(list.filters);
  const count = useViews().data?.get(location.view);
  const narrowed = list.active > 0 || Boolean(list.values.q);
  // On a ticket's address the subject is the page's heading.
  const Heading = location.number === null ? 'h1' : 'h2';
  const name = t(`view.${location.view}`);

  return (
    <section aria-label={t('list.label', { view: name })} className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-col border-b">
        <div className="flex h-14 items-center gap-1 ps-4 pe-2">
          <IconButton
            label={t('nav.open')}
            icon={<MenuIcon aria-hidden className="size-4.5" />}
            onClick={onMenu}
            className="-ms-2 lg:hidden"
          />
          <Heading className="min-w-0 truncate text-heading">{name}</Heading>
          {count && !narrowed ? (
            <span className="tabular ms-1.5 text-small text-ink-3">
              {count.count}
              {count.capped ? '+' : ''}
            </span>
          ) : null}
          <span className="flex-1" />
          <IconButton
            label={t('list.export')}
            icon={<Download aria-hidden className="size-4.5" strokeWidth={1.75} />}
            onClick={() => window.location.assign(addressOf('/tickets/export.csv', { ...list.filters }))}
          />
          <SortMenu sort={list.sort} onSort={(sort) => void list.set({ sort })} />
          <FilterMenu view={location.view} list={list} />
        </div>
        <div className="px-3 pb-3">
          <SearchBox value={list.values.q} onChange={(q) => void list.set({ q: q || null })} />
        </div>
        <FilterChips list={list} />
      </header>
      <div id="ticket-list" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <ListBody
          // Another question is another list: nothing of the former one is held.
          key={JSON.stringify([location.view, list.filters])}
          name={name}
          query={query}
          sort={list.sort}
          narrowed={narrowed}
          onClear={() => void list.clear()}
        />
      </div>
    </section>
  );
}
