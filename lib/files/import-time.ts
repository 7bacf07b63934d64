import { TZDate } from '@date-fns/tz';
import type { ImportOptions } from '../schemas/import';

/**
 * Reads a time the way programs and people write it: ISO 8601, `31.12.2024 18:05`, `12/31/2024 6:05 PM`,
 * `31 Dec 2024 18:05`, RFC 2822, seconds or milliseconds since 1970. A time that names its zone keeps it; others are
 * of the zone that the admin named. Days and hours that no calendar has are refused, not rolled over.
 */
interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  /** Minutes east of Greenwich, when the text says so. */
  offset: number | null;
}

const CLOCK =
  '(?:[T ,]+(?:at )?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?)?';
const ZONE = '(?: ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}))?(?: \\([A-Za-z ]+\\))?';
const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${CLOCK}${ZONE}$`);
const NUMERIC = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${CLOCK}${ZONE}$`);
const DAY_MONTH = new RegExp(
  `^(?:[A-Za-z]{2,9}\\.?,? )?(\\d{1,2})\\.?[ -]([A-Za-zäéû]{3,10})\\.?[ -,]+(\\d{4})${CLOCK}${ZONE}$`,
);
const MONTH_DAY = new RegExp(
  `^(?:[A-Za-z]{2,9}\\.?,? )?([A-Za-zäéû]{3,10})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${CLOCK}${ZONE}$`,
);
/** By their first letters, of English, German, French and Spanish. */
const MONTHS: readonly string[] = [
  'jan|jän|ene|gen',
  'feb|fév|fev',
  'mar|mär|mrz',
  'apr|avr|abr',
  'may|mai|mag',
  'jun|juin|giu',
  'jul|juil|lug',
  'aug|août|aou|ago',
  'sep|set',
  'oct|okt|ott',
  'nov',
  'dec|dez|déc|dic',
];

/** @returns null when the text is no time. */
export function readImportTime(
  raw: string,
  { time_zone, date_order }: Pick<ImportOptions, 'time_zone' | 'date_order'>,
): Date | null {
  const text = raw.trim().replace(/\s+/g, ' ');
  if (/^\d{10}(\d{3})?$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1_000 : 1));
  const parts = iso(text) ?? numeric(text, date_order) ?? withMonth(text);
  return parts && isPossible(parts) ? toInstant(parts, time_zone) : null;
}

/** Which number comes first, as far as it can be seen: one above twelve is a day. Null: it cannot. */
export function dateOrderOf(texts: readonly string[]): 'dmy' | 'mdy' | null {
  for (const text of texts) {
    const [, first, separator, second] = NUMERIC.exec(text.trim().replace(/\s+/g, ' ')) ?? [];
    if (first === undefined) continue;
    if (separator === '.' || Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return null;
}

function iso(text: string): Parts | null {
  const [whole, year, month, day, ...rest] = ISO.exec(text) ?? [];
  return whole === undefined ? null : withClock(Number(year), Number(month), Number(day), rest);
}

function numeric(text: string, order: ImportOptions['date_order']): Parts | null {
  const [whole, first, separator, second, year, ...rest] = NUMERIC.exec(text) ?? [];
  if (whole === undefined) return null;
  // with dots the day always comes first
  const dayFirst = separator === '.' || order === 'dmy';
  return withClock(Number(year), Number(dayFirst ? second : first), Number(dayFirst ? first : second), rest);
}

function withMonth(text: string): Parts | null {
  const [, day, name, year, ...rest] = DAY_MONTH.exec(text) ?? [];
  if (name) return withClock(Number(year), monthOf(name), Number(day), rest);
  const [, name2, day2, year2, ...rest2] = MONTH_DAY.exec(text) ?? [];
  return name2 ? withClock(Number(year2), monthOf(name2), Number(day2), rest2) : null;
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((starts) => new RegExp(`^(?:${starts})`, 'i').test(name)) + 1;

function withClock(year: number, month: number, day: number, rest: (string | undefined)[]): Parts | null {
  const [hour = '0', minute = '0', second = '0', fraction = '0', half, zone] = rest;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/p/i.test(half) ? 12 : 0);
  }
  const ms = Math.trunc(Number(`0.${fraction}`) * 1_000);
  return {
    ...{ year, month, day, hour: hours, minute: Number(minute), second: Number(second), ms },
    offset: offsetOf(zone),
  };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function isPossible({ year, month, day, hour, minute, second, offset }: Parts): boolean {
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59)
    return false;
  if (offset !== null && Math.abs(offset) > 14 * 60) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toInstant({ year, month, day, hour, minute, second, ms, offset }: Parts, zone: string): Date {
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  if (offset !== null) return new Date(utc - offset * 60_000);
  if (zone === 'UTC') return new Date(utc);
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, ms, zone).getTime());
}
