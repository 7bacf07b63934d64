import { canonicalAddress } from '../schemas/email-address';
import type { ImportField, ImportOptions } from '../schemas/import';
import { personName, text } from '../schemas/text';
import { LANGUAGES } from '../schemas/values';
import { readImportTime } from './import-time';
import type { CsvRecord } from './read-csv';

/** A row of a message file, read by its mapping. `priority` is the rank 0 to 3. */
export interface MappedRow {
  externalId: string | null;
  email: string | null;
  name: string | null;
  sentAt: Date;
  body: string;
  topic: string | null;
  priority: number | null;
  language: string | null;
  messageId: string | null;
  thread: string | null;
}
export type MappedResult = { ok: true; row: MappedRow } | { ok: false; rule: string };

/** A day ahead is a clock that goes wrong; more is a date that was read wrongly. */
const AHEAD_MS = 86_400_000;
const line = (max: number) => text({ max, line: true });
const checks = { customer: line(120), topic: line(80), message_id: line(200), thread_id: line(200) };
const body = text({ max: 50_000 });

/** By words in several languages, and by numbers from 0 (low) to 3 (urgent). */
const PRIORITY_WORDS: readonly string[] = [
  'low|niedrig|gering|basse|baja|bassa|laag|0',
  'medium|normal|mittel|standard|moyenne|normale|media|gemiddeld|1',
  'high|hoch|haute|elevee|alta|hoog|2',
  'urgent|critical|emergency|dringend|kritisch|urgente|critique|critica|3',
];

/**
 * Reads one row. Rules, in the order of importance: csv, header_again, columns, customer, email, timestamp, future, those of texts for
 * the body, name, topic, priority, language, message_id, thread_id.
 */
export function readMappedRow(
  { cells, isBroken }: CsvRecord,
  options: ImportOptions,
  header: readonly string[],
  now: number,
): MappedResult {
  const cell = (field: ImportField): string => {
    const at = options.mapping[field];
    return at === null ? '' : (cells[at] ?? '');
  };
  if (isBroken) return { ok: false, rule: 'csv' };
  if (options.has_header && cells.every((text, at) => text.trim() === header[at]))
    return { ok: false, rule: 'header_again' };
  if (!fits(cells, options, header.length)) return { ok: false, rule: 'columns' };
  const address = cell('email').trim();
  const email = address === '' ? null : canonicalAddress(address);
  const externalId = optional(checks.customer, cell('customer'));
  if (externalId === undefined || (externalId === null && address === ''))
    return { ok: false, rule: 'customer' };
  if (address !== '' && email === null) return { ok: false, rule: 'email' };
  const sentAt = readImportTime(cell('time'), options);
  if (sentAt === null) return { ok: false, rule: 'timestamp' };
  if (sentAt.getTime() > now + AHEAD_MS) return { ok: false, rule: 'future' };
  const message = body.safeParse(cell('body'));
  if (!message.success) return { ok: false, rule: message.error.issues[0]?.message ?? 'required' };
  const rest = {
    name: optional(personName, cell('name')),
    topic: optional(checks.topic, cell('topic')),
    priority: priorityOf(cell('priority')),
    language: languageOf(cell('language')),
    messageId: optional(checks.message_id, cell('message_id')),
    thread: optional(checks.thread_id, cell('thread_id')),
  };
  const broken = RULES.find(([key]) => rest[key] === undefined);
  if (broken) return { ok: false, rule: broken[1] };
  return { ok: true, row: { externalId, email, sentAt, body: message.data, ...(rest as Optional) } };
}

type Optional = Pick<MappedRow, 'name' | 'topic' | 'priority' | 'language' | 'messageId' | 'thread'>;
const RULES: readonly [keyof Optional, string][] = [
  ['name', 'name'],
  ['topic', 'topic'],
  ['priority', 'priority'],
  ['language', 'language'],
  ['messageId', 'message_id'],
  ['thread', 'thread_id'],
];

/** As many cells as the header, or fewer or more when only empty ones are missing or too many. */
function fits(cells: readonly string[], { mapping }: ImportOptions, columns: number): boolean {
  if (cells.slice(columns).some((cell) => cell.trim() !== '')) return false;
  return (['time', 'body'] as const).every((field) => (mapping[field] ?? 0) < cells.length);
}

/** Null for an empty cell, undefined for one that does not pass. */
function optional(check: typeof checks.topic | typeof personName, cell: string): string | null | undefined {
  const trimmed = cell.trim();
  if (trimmed === '') return null;
  const result = check.safeParse(trimmed);
  return result.success ? result.data : undefined;
}

function priorityOf(cell: string): number | null | undefined {
  const word = cell.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (word === '') return null;
  const rank = PRIORITY_WORDS.findIndex((words) => words.split('|').includes(word));
  return rank < 0 ? undefined : rank;
}

/** `en`, `EN`, `en-GB` and `en_GB` are all English. */
function languageOf(cell: string): string | null | undefined {
  const tag = cell.trim().toLowerCase();
  if (tag === '') return null;
  const code = /^([a-z]{2})(?:[-_][a-z0-9]+)*$/.exec(tag)?.[1];
  return code && LANGUAGES.includes(code) ? code : undefined;
}
