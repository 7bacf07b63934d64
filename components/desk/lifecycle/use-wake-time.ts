'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { dateFormat } from '@/components/ui/date-format';
import { formatLocale } from '@/components/ui/format-locale';

const DAY = 86_400_000;

/** A time to come, as short as it is clear: "14:00", "Tue 09:00", "3 Dec, 09:00". */
export function useWakeTime(): (at: string) => string {
  const locale = useLocale();
  return useCallback(
    (at) => {
      const date = new Date(at);
      const now = new Date();
      const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
      const days = (date.getTime() - now.getTime()) / DAY;
      const isToday = date.toDateString() === now.toDateString();
      const day: Intl.DateTimeFormatOptions = isToday
        ? {}
        : Math.abs(days) < 6
          ? { weekday: 'short' }
          : {
              day: 'numeric',
              month: 'short',
              ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
            };
      return dateFormat(formatLocale(locale), { ...day, ...time }).format(date);
    },
    [locale],
  );
}
