'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { CoverageQuestion } from '@/components/data/use-coverage';
import { LANES } from '@/lib/rules/queue-order';

export const WEEKS = ['4', '8', '12'] as const;
export const SHARES = ['70', '80', '90', '95'] as const;
/** What the cells of the week show. */
export const SHOWS = ['arrivals', 'present', 'needed'] as const;

const parsers = {
  kind: parseAsStringLiteral(LANES).withDefault('other'),
  language: parseAsString,
  weeks: parseAsStringLiteral(WEEKS).withDefault('8'),
  share: parseAsStringLiteral(SHARES).withDefault('80'),
  seconds: parseAsString,
  show: parseAsStringLiteral(SHOWS).withDefault('arrivals'),
};

/** What the view shows, all of it in the address. */
export function useCoverageLocation() {
  const [values, set] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true });
  const { show, language, seconds, ...rest } = values;
  const question: CoverageQuestion = {
    ...rest,
    ...(language ? { language } : {}),
    ...(seconds ? { seconds } : {}),
  };
  return { values, set, question };
}
export type CoverageLocation = ReturnType<typeof useCoverageLocation>;
