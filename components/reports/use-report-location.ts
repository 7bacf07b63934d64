'use client';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { ReportQuestion } from '@/components/data/use-report';
import { addDays } from '@/lib/rules/business-time';
import { DIMENSIONS, type ReportFilter } from '@/lib/rules/reports';

export const RANGES = ['today', '7', '30', '90', 'custom'] as const;
export const HOURS = ['business', 'calendar'] as const;

const parsers = {
  range: parseAsStringLiteral(RANGES).withDefault('30'),
  from: parseAsString,
  to: parseAsString,
  compare: parseAsBoolean.withDefault(true),
  hours: parseAsStringLiteral(HOURS).withDefault('business'),
  by: parseAsStringLiteral(DIMENSIONS).withDefault('agent'),
  agent: parseAsString,
  team: parseAsString,
  topic: parseAsString,
  channel: parseAsString,
  language: parseAsString,
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());

/**
 * What the dashboard shows, all of it in the address, so that a link is the view. Days are those of the workspace's
 * zone. A custom range that is not one yet is the last 30 days.
 */
export function useReportLocation(timeZone: string) {
  const [values, set] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true });
  const today = todayIn(timeZone);
  const custom =
    values.range === 'custom' &&
    DATE.test(values.from ?? '') &&
    DATE.test(values.to ?? '') &&
    values.from! <= values.to!;
  const days = values.range === 'today' ? 1 : values.range === 'custom' ? 30 : Number(values.range);
  const range = custom
    ? { from: values.from!, to: values.to! }
    : { from: addDays(today, 1 - days), to: today };
  const filter: ReportFilter = Object.fromEntries(
    DIMENSIONS.flatMap((name) => (values[name] ? [[name, values[name]]] : [])),
  );
  const question: ReportQuestion = { ...range, ...filter };
  return { values, set, today, range, filter, question };
}
export type ReportLocation = ReturnType<typeof useReportLocation>;
