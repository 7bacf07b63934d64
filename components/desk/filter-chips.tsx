'use client';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import { languageName } from '@/components/ui/language-name';
import { useDoorName } from './use-door-name';
import type { useListFilters } from './use-list-filters';

/** What narrows the view now, each with its own way out. Nothing is shown while nothing does. */
export function FilterChips({ list }: { list: ReturnType<typeof useListFilters> }) {
  const t = useTranslations('desk.filter');
  const c = useTranslations('common');
  const u = useTranslations('urgency');
  const locale = useLocale();
  const { nameOf } = useTopics();
  const { values, set, active } = list;
  const doorName = useDoorName();
  if (active === 0 && !values.q) return null;
  const chips = [
    ...(values.in_report
      ? [{ key: 'report', label: doorName(values.in_report), drop: () => set({ in_report: null }) }]
      : []),
    ...values.status.map((one) => ({
      key: one,
      label: c(`status.${one}`),
      drop: () => set({ status: values.status.filter((other) => other !== one) }),
    })),
    ...values.priority.map((one) => ({
      key: one,
      label: c(`priority.${one}`),
      drop: () => set({ priority: values.priority.filter((other) => other !== one) }),
    })),
    ...values.channel.map((one) => ({
      key: one,
      label: c(`channel.${one}`),
      drop: () => set({ channel: values.channel.filter((other) => other !== one) }),
    })),
    ...values.urgency.map((one) => ({
      key: `urgency-${one}`,
      label: u(`level.${one}`),
      drop: () => set({ urgency: values.urgency.filter((other) => other !== one) }),
    })),
    ...(values.language
      ? [
          {
            key: 'language',
            label: languageName(values.language, locale),
            drop: () => set({ language: null }),
          },
        ]
      : []),
    ...(values.q ? [{ key: 'q', label: `“${values.q}”`, drop: () => set({ q: null }) }] : []),
    ...(values.topic
      ? [{ key: 'topic', label: nameOf(values.topic), drop: () => set({ topic: null }) }]
      : []),
  ];
  return (
    <ul aria-label={t('active')} className="flex flex-wrap items-center gap-1.5 px-3 pb-3">
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            aria-label={t('remove', { name: chip.label })}
            onClick={() => void chip.drop()}
            className="chip-edge inline-flex h-6 items-center gap-1 rounded-full bg-sunken ps-2.5 pe-1.5 text-micro text-ink-2 hover:text-ink coarse:h-control"
          >
            {chip.label}
            <X aria-hidden className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}
