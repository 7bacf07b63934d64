'use client';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { TicketFilters } from '@/components/data/ticket-filters';
import { CHANNELS, COLUMNS, GROUPS, PRIORITIES, SORTS, STATUSES, URGENCY_LEVELS } from '@/lib/schemas/values';
import type { ViewDto, ViewFilter } from '@/lib/schemas/view';

/** What is not in the address is the view's; what stands there empty is taken out of the view. */
const filterParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(STATUSES)),
  priority: parseAsArrayOf(parseAsStringLiteral(PRIORITIES)),
  channel: parseAsArrayOf(parseAsStringLiteral(CHANNELS)),
  urgency: parseAsArrayOf(parseAsStringLiteral(URGENCY_LEVELS)),
  assignee: parseAsArrayOf(parseAsString),
  topic: parseAsArrayOf(parseAsString),
  language: parseAsArrayOf(parseAsString),
  tag: parseAsArrayOf(parseAsString),
  organisation: parseAsArrayOf(parseAsString),
  waiting_over: parseAsString,
  // an empty one is a part taken out of the view
  snoozed: parseAsStringLiteral(['yes', 'no', '']),
  mentioned: parseAsStringLiteral(['me', '']),
  q: parseAsString,
  search: parseAsString,
};
const parsers = {
  ...filterParsers,
  sort: parseAsStringLiteral(SORTS),
  group: parseAsStringLiteral([...GROUPS, '']),
  columns: parseAsArrayOf(parseAsStringLiteral(COLUMNS)),
  in_report: parseAsString,
};
type FilterName = keyof typeof filterParsers;
const NAMES = Object.keys(filterParsers) as FilterName[];
/** The facts of a row unless a view says otherwise. */
const USUAL = COLUMNS;

export type ListView = Pick<
  ViewDto,
  'key' | 'name' | 'filter' | 'sort' | 'group' | 'columns' | 'owner' | 'can_edit'
>;

/** Filters, order, groups and columns of the list: the view's, and what the address has in place of them. */
export function useListFilters(view: ListView) {
  const [url, setUrl] = useQueryStates(parsers, { history: 'replace' });
  const filter = { ...view.filter } as Record<FilterName, unknown> & ViewFilter;
  const changed = NAMES.filter((name) => url[name] !== null);
  for (const name of changed) filter[name] = url[name] as never;
  for (const name of NAMES) if (filter[name]?.length === 0) delete filter[name];
  const sort = url.sort ?? view.sort;
  const group = url.group === null ? view.group : url.group || null;
  const columns = url.columns ?? view.columns ?? USUAL;

  /** Sets one filter; what the view says anyway need not stand in the address. */
  const set = <N extends FilterName>(name: N, value: ViewFilter[N] | null) => {
    const own = view.filter[name];
    const wanted = value && value.length > 0 ? value : undefined;
    const isOwn = JSON.stringify(wanted) === JSON.stringify(own);
    return setUrl({
      [name]: isOwn ? null : (wanted ?? (own === undefined ? null : typeof own === 'string' ? '' : [])),
    });
  };
  const filters: TicketFilters = url.in_report
    ? { ...picked(filter, changed), in_report: url.in_report, sort }
    : { ...filter, sort };
  return {
    filter: filter as ViewFilter,
    filters,
    sort,
    group,
    columns,
    inReport: url.in_report,
    set,
    setSort: (next: typeof sort) => setUrl({ sort: next === view.sort ? null : next }),
    setGroup: (next: typeof group) => setUrl({ group: next === view.group ? null : (next ?? '') }),
    setColumns: (next: (typeof COLUMNS)[number][]) =>
      setUrl({ columns: JSON.stringify(next) === JSON.stringify(view.columns ?? USUAL) ? null : next }),
    dropReport: () => setUrl({ in_report: null }),
    /** Filters that stand in the address. */
    changed,
    narrowed: changed.length > 0 || Boolean(url.in_report),
    /** Something of what a view keeps is not as the view says. */
    isDirty: changed.length > 0 || url.sort !== null || url.group !== null || url.columns !== null,
    reset: () => setUrl(null),
  };
}
export type ListFilters = ReturnType<typeof useListFilters>;

/** The tickets behind a number are those of the number, whatever the view would leave out; they can be narrowed. */
const picked = (filter: ViewFilter, names: readonly FilterName[]): ViewFilter =>
  Object.fromEntries(names.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])));
