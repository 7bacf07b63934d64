import { createHash } from 'node:crypto';
import type { Sql } from '../../db/transaction';
import { type BusinessCalendar, businessCalendar } from '../../rules/business-time';
import { getSettings } from '../get-settings';

let known: { key: string; calendar: BusinessCalendar } | undefined;

/** The calendar that reports count with now, and its key: facts counted with another key are out of date. */
export async function reportCalendar(from: Sql): Promise<{ key: string; calendar: BusinessCalendar }> {
  const { business_hours } = await getSettings(from);
  const key = createHash('sha256').update(JSON.stringify(business_hours)).digest('hex').slice(0, 16);
  // days that were worked out once are kept for as long as the hours hold
  if (known?.key !== key) known = { key, calendar: businessCalendar(business_hours) };
  return known;
}
