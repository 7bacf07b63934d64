'use client';
import { useLocale, useTranslations } from 'next-intl';
import { dateFormat } from './date-format';
import { formatLocale } from './format-locale';
import { useNow } from './use-now';

interface RelativeTimeProps {
  /** ISO 8601. */
  value: string;
  /** `list`: "12 min", "Tue 14:03", "3 Nov". `full`: always with the time of day, for messages. */
  form?: 'list' | 'full';
  className?: string;
}

const DAY = 86_400_000;

/** What the reader's clock says; the full date and zone is in the title. */
export function RelativeTime({ value, form = 'list', className }: RelativeTimeProps) {
  const t = useTranslations('common.time');
  const locale = useLocale();
  const now = useNow();
  const date = new Date(value);
  // The server does not know the reader's zone: until the screen is alive, say the day in UTC.
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(
      now === null ? locale : formatLocale(locale),
      now === null ? { ...options, timeZone: 'UTC' } : options,
    ).format(date);

  return (
    <time
      dateTime={value}
      title={format({ dateStyle: 'full', timeStyle: now === null ? 'short' : 'long' })}
      className={className}
    >
      {text()}
    </time>
  );

  function text(): string {
    if (now === null) return format({ day: 'numeric', month: 'short' });
    const age = now - date.getTime();
    const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
    const sameYear = new Date(now).getFullYear() === date.getFullYear();
    const day: Intl.DateTimeFormatOptions = sameYear
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
    if (form === 'full') {
      if (age < DAY && new Date(now).getDate() === date.getDate()) return format(time);
      if (age < 6 * DAY) return format({ weekday: 'short', ...time });
      return format({ ...day, ...time });
    }
    if (age < 60_000) return t('now');
    if (age < 3_600_000) return t('minutes', { count: Math.floor(age / 60_000) });
    if (age < DAY) return t('hours', { count: Math.floor(age / 3_600_000) });
    if (age < 6 * DAY) return format({ weekday: 'short', ...time });
    return format(day);
  }
}
