'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/components/ui/language-name';
import { REASON_CODES, type ReasonCode, type ReasonParams } from '@/lib/rules/routing-reason';

interface Told {
  text: string;
  /** Null or unknown to this page: then the text is shown as it was written. */
  code?: string | null | undefined;
  params?: ReasonParams | undefined;
}

const isCode = (code: unknown): code is ReasonCode => REASON_CODES.includes(code as ReasonCode);

/** Says in the reader's language why routing gave a ticket to somebody, or why it waits. */
export function useRoutingText(): (reason: Told) => string {
  const t = useTranslations('desk.routing');
  const locale = useLocale();
  const format = useFormatter();
  const list = (value: unknown, name = (word: string) => word) =>
    format.list(Array.isArray(value) ? value.map((word) => name(String(word))) : [], { type: 'conjunction' });

  return ({ text, code, params = {} }) => {
    if (!isCode(code)) return text.charAt(0).toUpperCase() + text.slice(1);
    const { languages, skills, team, without, ...plain } = params;
    return t(code, {
      // every message takes the same values; those that it has no word for stay out
      ...{ name: '', count: 0, kind: 'other', among: 1, used: 0, of: 0, won: 'share' },
      ...(plain as Record<string, string | number>),
      languages: list(languages, (one) => languageName(one, locale)),
      speaks: languages ? 'yes' : 'no',
      skills: list(skills),
      can: skills ? 'yes' : 'no',
      team: String(team ?? ''),
      within: team ? 'yes' : 'no',
      // languages by their codes, skills by their names
      without: list(without, (one) => (/^[a-z]{2}$/.test(one) ? languageName(one, locale) : one)),
      lacks: without ? 'yes' : 'no',
    });
  };
}
