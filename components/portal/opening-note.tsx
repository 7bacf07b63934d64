import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { dateFormat } from '@/components/ui/date-format';
import type { BusinessHours } from '@/lib/rules/business-time';
import { type OpenDays, openDays, openingAt } from '@/lib/rules/opening-hours';

/** When somebody is there, and from when on to expect an answer. Times are the house's own; its zone is named. */
export async function OpeningNote({ hours }: { hours: BusinessHours }) {
  const now = Date.now();
  const opening = openingAt(hours, now);
  const week = openDays(hours);
  if (opening === null || week.length === 0) return null;
  const [t, format, language] = await Promise.all([
    getTranslations('portal.hours'),
    getFormatter(),
    getLocale(),
  ]);
  // digits and calendar as everywhere (docs/decisions/026-languages.md)
  const locale = language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language;
  const zone = dateFormat(locale, { timeZone: hours.time_zone, timeZoneName: 'longGeneric' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName');
  const days = format.list(
    week.map((one) => wordsOf(one, locale)),
    { type: 'unit' },
  );
  const when =
    opening.opens === null
      ? null
      : dateFormat(locale, {
          ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
          timeZone: hours.time_zone,
        }).format(opening.opens);
  return (
    <p className="mb-8 max-w-[60ch] border-s-2 border-line-strong ps-4 text-ui text-ink-2 text-pretty">
      {t('week', { days, zone: zone?.value ?? hours.time_zone })}{' '}
      <span className="text-ink">
        {opening.isOpen ? t('open') : when === null ? t('closed') : t('closedUntil', { when })}
      </span>
    </p>
  );
}

/** "Mon–Fri 9:00–17:00": dates and times of no zone, so that they are read as they were set. */
function wordsOf({ from, to, times }: OpenDays, locale: string): string {
  const weekday = dateFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const clock = dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  // 5 January 2026 was a Monday
  const dayAt = (day: number) => Date.UTC(2026, 0, 5 + day);
  const timeAt = (time: string) => Date.UTC(2026, 0, 5, Number(time.slice(0, 2)), Number(time.slice(3)));
  const days =
    from === to ? weekday.format(dayAt(from)) : `${weekday.format(dayAt(from))}–${weekday.format(dayAt(to))}`;
  const hours = times.map((one) => `${clock.format(timeAt(one.from))}–${clock.format(timeAt(one.to))}`);
  return `${days} ${hours.join(', ')}`;
}
