'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDoorName } from './use-door-name';
import { useFilterText } from './use-filter-text';
import type { ListFilters, ListView } from './use-list-filters';

/** What narrows the list now, each with its own way out. A view that every desk has says its own part by its name. */
export function FilterChips({ view, list }: { view: ListView; list: ListFilters }) {
  const t = useTranslations('desk.filter');
  const doorName = useDoorName();
  const { chipsOf } = useFilterText({
    people: list.filter.assignee?.some((one) => one !== 'me' && one !== 'none') ?? false,
    organisations: list.filter.organisation,
  });
  const chips = [
    ...(list.inReport ? [{ key: 'report', label: doorName(list.inReport), drop: list.dropReport }] : []),
    ...chipsOf(list.filter)
      .filter(({ name }) => view.owner !== 'desk' || list.changed.includes(name))
      .map(({ name, value, label, rest }) => ({
        key: `${name}-${value}`,
        label,
        drop: () => list.set(name, rest as never),
      })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('active')} className="flex flex-wrap items-center gap-1.5 px-3 pb-3">
      {chips.map((chip) => (
        <li key={chip.key} className="min-w-0">
          <button
            type="button"
            aria-label={t('remove', { name: chip.label })}
            onClick={() => void chip.drop()}
            className="chip-edge inline-flex h-6 max-w-full items-center gap-1 rounded-full bg-sunken ps-2.5 pe-1.5 text-micro text-ink-2 hover:text-ink coarse:h-control"
          >
            <bdi className="truncate">{chip.label}</bdi>
            <X aria-hidden className="size-3 shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}
