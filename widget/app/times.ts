import { boot } from './boot';

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(boot.locale, options);

export const clock = (at: string): string =>
  format({ hour: 'numeric', minute: '2-digit' }).format(new Date(at));

const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const upper = (text: string) => text.charAt(0).toLocaleUpperCase(boot.locale) + text.slice(1);

/** "Today", "Yesterday", "Tuesday", "12 March". */
export function day(at: string): string {
  const date = new Date(at);
  const days = Math.round((dayOf(new Date()) - dayOf(date)) / 86_400_000);
  if (days < 2)
    return upper(new Intl.RelativeTimeFormat(boot.locale, { numeric: 'auto' }).format(-days, 'day'));
  return upper(format(days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }).format(date));
}

/** The time of today's, the day of older. */
export const shortTime = (at: string): string =>
  dayOf(new Date(at)) === dayOf(new Date())
    ? clock(at)
    : format({ day: 'numeric', month: 'short' }).format(new Date(at));

/** "5 minutes", "2 hours", "3 days": rounded up, never less than a minute. */
export function duration(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const [value, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 60 * 36
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return new Intl.NumberFormat(boot.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** "Monday, 09:00": when it is open again. */
export const opening = (at: string): string =>
  dayOf(new Date(at)) === dayOf(new Date())
    ? clock(at)
    : format({ weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(at));

export const fileSize = (bytes: number): string => {
  const kilobytes = Math.max(1, bytes / 1024);
  const isSmall = kilobytes < 1_000;
  return new Intl.NumberFormat(boot.locale, {
    ...{ style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', unitDisplay: 'short' },
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? kilobytes : kilobytes / 1024);
};

export const languageName = (code: string): string =>
  upper(new Intl.DisplayNames([boot.locale], { type: 'language' }).of(code) ?? code);
