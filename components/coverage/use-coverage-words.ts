'use client';
import { useLocale, useTranslations } from 'next-intl';
import { dateFormat } from '@/components/ui/date-format';
import { formatLocale } from '@/components/ui/format-locale';

/** Words of the coverage view. Its hours are those of the workspace's zone already: they are written as they are. */
export function useCoverageWords() {
  const t = useTranslations('coverage');
  const locale = formatLocale(useLocale());
  // 5 January 2026 was a Monday
  const at = (weekday: number, hour: number) => Date.UTC(2026, 0, 5 + weekday, hour);
  const weekday = (day: number, form: 'short' | 'long' = 'short') =>
    dateFormat(locale, { weekday: form, timeZone: 'UTC' }).format(at(day, 0));
  const clock = (hour: number) =>
    dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(at(0, hour));
  /** "Tuesday 10:00–11:00" */
  const hourOfWeek = (cell: number) => {
    const [day, hour] = [Math.floor(cell / 24), cell % 24];
    return t('hour', { day: weekday(day, 'long'), from: clock(hour), to: clock(hour + 1) });
  };
  return { t, weekday, clock, hourOfWeek };
}
