'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/components/ui/language-name';

const NOBODY = /^waiting: nobody is available$/;
const LANGUAGE = /^waiting: nobody online speaks .+; (\d+) agents? online without it$/;
const FULL = /^waiting: (\d+) agents? online(?: with .+)?, none has room for (a call|another ticket)$/;
const GIVEN =
  /^given to (.+): (?:the only one with room|least busy of (\d+) with room) \((\d+) of (\d+) places used before\)(?: and speaks .+)?$/;
const BY_HAND = /^(taken|given) by (.+)$/;

/**
 * Routing writes its reason once, in English, where it decides. Here it is said in the reader's language; a reason
 * that is not known (an older or newer one) is shown as it was written.
 */
export function useRoutingText(): (reason: string, languages: readonly string[]) => string {
  const t = useTranslations('desk.routing');
  const locale = useLocale();
  const format = useFormatter();
  return (reason, codes) => {
    const languages = format.list(
      codes.map((code) => languageName(code, locale)),
      { type: 'conjunction' },
    );
    const named = codes.length > 0 ? 'yes' : 'no';
    if (NOBODY.test(reason)) return t('nobody');
    const language = LANGUAGE.exec(reason);
    if (language && codes.length > 0) return t('language', { languages, count: Number(language[1]) });
    const full = FULL.exec(reason);
    if (full) {
      return t('full', {
        count: Number(full[1]),
        kind: full[2] === 'a call' ? 'call' : 'other',
        named,
        languages,
      });
    }
    const given = GIVEN.exec(reason);
    if (given) {
      const [, name = '', among = '1', used, of] = given;
      return t('given', { name, among: Number(among), used: Number(used), of: Number(of), named, languages });
    }
    const hand = BY_HAND.exec(reason);
    if (hand) return t(hand[1] === 'taken' ? 'taken' : 'handed', { name: hand[2] ?? '' });
    return reason.charAt(0).toUpperCase() + reason.slice(1);
  };
}
