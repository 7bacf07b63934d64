'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatLocale } from '@/components/ui/format-locale';
import { languageName } from '@/components/ui/language-name';
import type { Dimension } from '@/lib/rules/reports';
import { CHANNELS, type Channel } from '@/lib/schemas/values';

/** Dates are those of the workspace's zone already: they are written as they are. */
const AS_IT_IS = { timeZone: 'UTC' } as const;

const never = () => () => {};

/** How durations, dates, numbers and names of reports are written for this reader. */
export function useWords() {
  const t = useTranslations('reports');
  const c = useTranslations('common');
  const locale = useLocale();
  // the server knows neither the reader's region nor his browser's spaces: dates are written once the screen is alive
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const region = alive ? formatLocale(locale) : locale;
  const number = (value: number, options?: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(region, options).format(value);

  /** Two units at most: "45 s", "12 min", "3 h 20 min", "2 d 4 h". */
  const duration = (seconds: number | null): string => {
    if (seconds === null) return '–';
    if (seconds < 60) return t('unit.seconds', { n: Math.round(seconds) });
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return t('unit.minutes', { n: minutes });
    const parts = (big: 'hours' | 'days', of: number, small: 'minutes' | 'hours') => {
      const whole = Math.floor(of);
      const rest = Math.round((of - whole) * (small === 'minutes' ? 60 : 24));
      return rest === 0
        ? t(`unit.${big}`, { n: whole })
        : `${t(`unit.${big}`, { n: whole })} ${t(`unit.${small}`, { n: rest })}`;
    };
    if (minutes < 48 * 60) return parts('hours', minutes / 60, 'minutes');
    return parts('days', Math.round(minutes / 60) / 24, 'hours');
  };

  const day = (date: string, form: 'short' | 'long' = 'short'): string =>
    new Intl.DateTimeFormat(region, {
      ...AS_IT_IS,
      ...(form === 'long' ? { weekday: 'short', year: 'numeric' } : {}),
      day: 'numeric',
      month: 'short',
    }).format(new Date(`${date}T00:00:00Z`));
  const days = ({ from, to }: { from: string; to: string }): string => {
    if (!alive) return '';
    return new Intl.DateTimeFormat(region, { ...AS_IT_IS, dateStyle: 'medium' }).formatRange(
      new Date(`${from}T00:00:00Z`),
      new Date(`${to}T00:00:00Z`),
    );
  };

  /** A row's name: words of the screen for channels and languages, the server's for the rest. */
  const keyName = (by: Dimension, key: string, name: string): string => {
    if (key === '') return t(`without.${by}`);
    if (by === 'channel' && (CHANNELS as readonly string[]).includes(key))
      return c(`channel.${key as Channel}`);
    return by === 'language' ? languageName(key, locale) : name;
  };
  return { t, c, number, duration, day, days, keyName };
}
