'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { dateFormat } from '@/components/ui/date-format';
import { formatLocale } from '@/components/ui/format-locale';
import { useNow } from '@/components/ui/use-now';

const DAY = 86_400_000;
const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** "Today, 14:03" by the reader's own clock. Before the page is alive (or without scripts) the same in UTC, said so. */
export function PortalTime({ value, className }: { value: string; className?: string }) {
  const t = useTranslations('portal.time');
  const locale = useRegion(useLocale());
  const now = useNow();
  const date = new Date(value);
  const format = (options: Intl.DateTimeFormatOptions) => dateFormat(locale, options).format(date);
  const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

  if (now === null) {
    const inUtc = format({
      day: 'numeric',
      month: 'short',
      ...clock,
      timeZone: 'UTC',
      timeZoneName: 'short',
    });
    return (
      <time dateTime={value} className={className}>
        {inUtc}
      </time>
    );
  }
  const today = new Date(now);
  const days = Math.round((dayOf(today) - dayOf(date)) / DAY);
  const day =
    days === 0 || days === 1
      ? capitalised(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day'), locale)
      : format({
          weekday: days > 1 && days < 7 ? 'long' : undefined,
          day: days > 1 && days < 7 ? undefined : 'numeric',
          month: days > 1 && days < 7 ? undefined : 'short',
          year: today.getFullYear() === date.getFullYear() ? undefined : 'numeric',
        });
  return (
    <time dateTime={value} title={format({ dateStyle: 'full', timeStyle: 'long' })} className={className}>
      {t('at', { day, time: format(clock) })}
    </time>
  );
}

/** The page's language as it is written where the reader lives: 14:03 in Dublin, 2:03 PM in Boston. */
function useRegion(locale: string): string {
  return useSyncExternalStore(
    () => () => {},
    () => formatLocale(locale),
    () => locale,
  );
}

const capitalised = (text: string, locale: string) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
