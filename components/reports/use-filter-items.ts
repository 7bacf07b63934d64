'use client';
import { useBreakdown } from '@/components/data/use-report';
import type { Dimension } from '@/lib/rules/reports';
import type { ReportLocation } from './use-report-location';
import { useWords } from './use-words';

/** What there is to choose from in these days: the rows of the breakdown without any filter. */
export function useFilterItems(by: Dimension, location: ReportLocation) {
  const { t, keyName } = useWords();
  const rows = useBreakdown(by, location.range).data?.results ?? [];
  const chosen = location.values[by];
  const items = rows
    .map((row) => ({ value: row.key || 'none', label: keyName(by, row.key, row.name) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  if (chosen && !items.some(({ value }) => value === chosen)) {
    items.push({
      value: chosen,
      label: chosen === 'none' ? keyName(by, '', '') : keyName(by, chosen, chosen),
    });
  }
  return [{ value: 'all', label: t(`by.${by}.all`) }, ...items];
}
