'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useOrganisationNames } from '@/components/data/use-organisations';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useTopics } from '@/components/data/use-topics';
import { languageName } from '@/components/ui/language-name';
import type { ViewFilter } from '@/lib/schemas/view';

/** Where the view lies, its name says. */
type Name = Exclude<keyof ViewFilter, 'in'>;
export interface FilterChip {
  name: Name;
  value: string;
  label: string;
  /** The filter without this value. */
  rest: string[] | null;
}

const SPANS = { m: 'minutes', h: 'hours', d: 'days' } as const;
const ORDER: readonly Name[] = [
  'status',
  'priority',
  'urgency',
  'assignee',
  'channel',
  'language',
  'topic',
  'tag',
  'organisation',
  'waiting_over',
  'snoozed',
  'mentioned',
  'q',
  'search',
];

const NONE: readonly string[] = [];

/** Filters in the reader's words; `people`: their names are needed, and those of `organisations`. */
export function useFilterText({ people: needed = false, organisations = NONE } = {}) {
  const t = useTranslations('views.filter');
  const c = useTranslations('common');
  const u = useTranslations('urgency.level');
  const locale = useLocale();
  const { nameOf } = useTopics();
  const organisationNames = useOrganisationNames(organisations);
  const { people } = useStaffChoice({ enabled: needed, former: true });

  const spanText = (span: string) => {
    const unit = SPANS[span.at(-1) as keyof typeof SPANS];
    return unit ? t(`over.${unit}`, { count: Number.parseInt(span, 10) }) : span;
  };
  const assigneeText = (one: string) =>
    one === 'me' || one === 'none'
      ? t(`assignee.${one}`)
      : (people.find((person) => person.id === one)?.name ?? t('assignee.somebody'));
  const words: Record<Name, (value: string) => string> = {
    status: (value) => c(`status.${value as 'OPEN'}`),
    priority: (value) => c(`priority.${value as 'LOW'}`),
    urgency: (value) => u(value as '0'),
    channel: (value) => c(`channel.${value as 'WEB'}`),
    assignee: assigneeText,
    language: (value) => languageName(value, locale),
    topic: nameOf,
    tag: (value) => `#${value}`,
    organisation: (value) => organisationNames.get(value) ?? t('organisation.title'),
    waiting_over: spanText,
    snoozed: (value) => t(`snoozed.${value as 'yes'}`),
    mentioned: () => t('mentioned'),
    q: (text) => c('quoted', { text }),
    search: (value) => t('search', { q: value }),
  };
  const chipsOf = (filter: ViewFilter): FilterChip[] =>
    ORDER.flatMap((name): FilterChip[] => {
      const given = filter[name];
      if (given === undefined) return [];
      if (typeof given === 'string') return [{ name, value: given, label: words[name](given), rest: null }];
      return given.map((value) => ({
        name,
        value,
        label: words[name](value),
        rest: given.filter((other) => other !== value),
      }));
    });
  return { chipsOf, spanText, assigneeText };
}
