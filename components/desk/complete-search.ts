import { CHANNELS, LANGUAGES, PRIORITIES, STATUSES } from '@/lib/schemas/values';

/** Names that are known in this house. */
export interface SearchNames {
  people: readonly string[];
  topics: readonly string[];
  tags: readonly string[];
}

export interface SearchCompletion {
  /** The whole input with what is offered in the place of its last word. */
  text: string;
  /** What is offered, alone. */
  shown: string;
}

/** Operators of `lib/rules/search-query.ts` that have values to offer. */
const OPERATORS = [
  'is',
  'status',
  'priority',
  'assignee',
  'from',
  'topic',
  'tag',
  'lang',
  'channel',
  'has',
  'before',
  'after',
] as const;
type Operator = (typeof OPERATORS)[number];

const MOST = 6;
const DAY_MS = 86_400_000;
const lower = (values: readonly string[]) => values.map((value) => value.toLowerCase());

/** An operator with what stands behind it, quoted or not, at the end of the input. */
const VALUE = /(?<=^|\s)([a-z]+):(?:"([^"]*)|(\S*))$/i;
/** A word at the end, long enough to mean an operator. */
const NAME = /(?<=^|\s)[a-z]{2,}$/i;

const valuesOf = (operator: Operator, names: SearchNames, today: Date): readonly string[] => {
  const day = (ago: number) => new Date(today.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  const values: Record<Operator, readonly string[]> = {
    is: ['open', 'mine', 'unassigned', 'assigned', 'resolved', 'closed', 'done', 'spam', 'trash'],
    status: lower(STATUSES),
    priority: lower(PRIORITIES.toReversed()),
    assignee: ['me', 'none', ...names.people],
    from: [],
    topic: names.topics,
    tag: names.tags,
    lang: LANGUAGES,
    channel: lower(CHANNELS),
    has: ['attachment'],
    before: [day(0), day(7), day(30)],
    after: [day(1), day(7), day(30)],
  };
  return values[operator];
};

/**
 * How the last word of a search may go on: as an operator, or, behind one, as one of its values. Nothing for words,
 * and nothing for what is whole already. Values with blanks come in quotes.
 */
export function completeSearch(input: string, names: SearchNames, today = new Date()): SearchCompletion[] {
  const value = VALUE.exec(input);
  // within a phrase an operator is a word
  if (value?.[2] === undefined && input.split('"').length % 2 === 0) return [];
  if (value) {
    const [whole, operator = '', quoted, plain = ''] = value;
    const known = OPERATORS.find((one) => one === operator.toLowerCase());
    if (!known) return [];
    const begun = (quoted ?? plain).toLowerCase();
    const head = input.slice(0, -whole.length);
    return valuesOf(known, names, today)
      .filter((one) => one.toLowerCase().startsWith(begun) && one.toLowerCase() !== begun)
      .slice(0, MOST)
      .map((one) => `${known}:${/\s/.test(one) ? `"${one}"` : one}`)
      .map((shown) => ({ text: `${head}${shown} `, shown }));
  }
  const name = NAME.exec(input)?.[0].toLowerCase();
  if (name === undefined) return [];
  return OPERATORS.filter((one) => one.startsWith(name)).map((one) => ({
    text: `${input.slice(0, -name.length)}${one}:`,
    shown: `${one}:`,
  }));
}

/** The operator whose value is being typed: what has to be known to complete it. */
export const operatorAt = (input: string): string | null => VALUE.exec(input)?.[1]?.toLowerCase() ?? null;
/** What is typed of that value. */
export const valueAt = (input: string): string => {
  const [, , quoted, plain = ''] = VALUE.exec(input) ?? [];
  return quoted ?? plain;
};
