import { useLocale, useTranslations } from 'next-intl';
import { formatLocale } from '@/components/ui/format-locale';
import { languageName } from '@/components/ui/language-name';
import { SHOWN, SHOWN_NOW } from '@/lib/rules/reports';
import { CHANNELS, PRIORITIES, STATUSES } from '@/lib/schemas/values';

const among = <T extends string>(list: readonly T[], value: string | null): T | null =>
  list.includes(value as T) ? (value as T) : null;

/** In words, what `in_report` stands for: "Solved 1–21 Nov, E-mail". Ids have no name here and only say "narrowed". */
export function useDoorName(): (door: string) => string {
  const t = useTranslations('desk.filter.report');
  const c = useTranslations('common');
  const locale = useLocale();
  return (door) => {
    const parts = new URLSearchParams(door);
    const [from, to] = [Date.parse(parts.get('from') ?? ''), Date.parse(parts.get('to') ?? '')];
    const format = new Intl.DateTimeFormat(formatLocale(locale), {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
    });
    const range = Number.isNaN(from) || Number.isNaN(to) ? t('always') : format.formatRange(from, to);
    const show = among([...SHOWN, ...SHOWN_NOW], parts.get('show')) ?? 'all';
    const status = among(STATUSES, parts.get('status'));
    const priority = among(PRIORITIES, parts.get('priority'));
    const channel = among(CHANNELS, parts.get('channel'));
    const language = parts.get('language');
    const narrowed = ['agent', 'team', 'topic', 'age', 'at_least', 'demand'].some((name) => parts.has(name));
    return [
      t(show, { range }),
      status && c(`status.${status}`),
      priority && c(`priority.${priority}`),
      channel && c(`channel.${channel}`),
      language && language !== 'none' ? languageName(language, locale) : null,
      narrowed && t('narrowed'),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
