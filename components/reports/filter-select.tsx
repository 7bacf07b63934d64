'use client';
import { Select } from '@/components/ui/select';
import type { Dimension } from '@/lib/rules/reports';
import { useFilterItems } from './use-filter-items';
import type { ReportLocation } from './use-report-location';
import { useWords } from './use-words';

/** Narrows the report to one agent, team, topic, channel or language. */
export function FilterSelect({ by, location }: { by: Dimension; location: ReportLocation }) {
  const { t } = useWords();
  const items = useFilterItems(by, location);
  return (
    <div className="grid grid-cols-[5rem_1fr] items-center gap-3 text-small text-ink-2">
      <span aria-hidden="true">{t(`by.${by}.head`)}</span>
      <Select
        aria-label={t(`by.${by}.head`)}
        value={location.values[by] ?? 'all'}
        onValueChange={(value) => void location.set({ [by]: value === 'all' ? null : value })}
        items={items}
      />
    </div>
  );
}
