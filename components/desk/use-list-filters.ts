'use client';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { TicketFilters } from '@/components/data/ticket-filters';
import { VIEWS, type View, type ViewKey } from '@/lib/rules/views';
import { CHANNELS, PRIORITIES, SORTS, STATUSES, type Status } from '@/lib/schemas/values';

export const LEVELS = ['3', '2', '1', '0'] as const;

const parsers = {
  status: parseAsArrayOf(parseAsStringLiteral(STATUSES)).withDefault([]),
  priority: parseAsArrayOf(parseAsStringLiteral(PRIORITIES)).withDefault([]),
  channel: parseAsArrayOf(parseAsStringLiteral(CHANNELS)).withDefault([]),
  urgency: parseAsArrayOf(parseAsStringLiteral(LEVELS)).withDefault([]),
  language: parseAsString.withDefault(''),
  topic: parseAsString.withDefault(''),
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(SORTS),
  in_report: parseAsString.withDefault(''),
};

export const viewOf = (key: ViewKey): View => VIEWS.find((view) => view.key === key)!;

/** Statuses that make sense to choose among in a view: those it stands for; all where it names none. */
export const statusesOf = (view: View): readonly Status[] => view.filter.status ?? STATUSES;

/** Filters and order of the list, kept in the address. A view can be narrowed by them, never widened. */
export function useListFilters(key: ViewKey) {
  const [values, set] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true });
  const view = viewOf(key);
  const allowed = statusesOf(view);
  const status = values.status.filter((one) => allowed.includes(one));
  const sort = values.sort ?? view.sort;
  const filters: TicketFilters = {
    // the tickets behind a number are those of the number, whatever the view would leave out
    ...(values.in_report ? { in_report: values.in_report } : view.filter),
    sort,
    ...(status.length > 0 ? { status } : {}),
    ...(values.priority.length > 0 ? { priority: values.priority } : {}),
    ...(values.channel.length > 0 ? { channel: values.channel } : {}),
    ...(values.urgency.length > 0 ? { urgency: values.urgency } : {}),
    ...(values.language ? { language: values.language } : {}),
    ...(values.topic ? { topic: values.topic } : {}),
    ...(values.q.trim() ? { q: values.q.trim() } : {}),
  };
  const active =
    status.length +
    values.priority.length +
    values.channel.length +
    values.urgency.length +
    (values.language ? 1 : 0) +
    (values.topic ? 1 : 0) +
    (values.in_report ? 1 : 0);
  const clear = () =>
    set({
      status: null,
      priority: null,
      channel: null,
      urgency: null,
      language: null,
      topic: null,
      q: null,
      in_report: null,
    });
  return { values: { ...values, status }, sort, filters, active, set, clear };
}
