import { canonicalAddress } from '../schemas/email-address';
import {
  CHANNELS,
  type Channel,
  LANGUAGES,
  PRIORITIES,
  type Priority,
  STATUSES,
  type Status,
  UNSOLVED,
} from '../schemas/values';

/**
 * What somebody typed into a search box, taken apart (product 2.20): words, "phrases", `-without`, `OR`, and the
 * operators `is: status: priority: assignee: from: topic: tag: lang: channel: has: before: after:`. Values with spaces stand
 * in quotes. There is no wrong input: an operator or value that nobody knows is plain text, and what only staff may ask
 * is plain text to a customer.
 */
export interface SearchQuery {
  /** Words, phrases and OR, in the syntax of PostgreSQL's `websearch_to_tsquery`; may be empty. */
  text: string;
  /** Any of the words and phrases, in the same syntax. */
  any: string;
  /** The last word, which may be unfinished, and the text before it. */
  unfinished: { before: string; word: string } | null;
  /** Words and phrases that no result may hold. */
  without: string[];
  /** The plain words in lower case, for typos. */
  words: string[];
  filter: SearchFilter;
  /** What the whole input may name exactly. */
  exact: { number: string | null; email: string | null; digits: string | null };
}

export interface SearchFilter {
  status?: Status[];
  priority?: Priority[];
  channel?: Channel[];
  /** Me, nobody, anybody, or part of a name or address. */
  assignee?: 'me' | 'none' | 'any' | { name: string };
  /** Part of the customer's name or address. */
  from?: string;
  topic?: string;
  tag?: string[];
  language?: string;
  attachment?: true;
  /** Days, YYYY-MM-DD, in UTC: created before that day; on it or later. */
  before?: string;
  after?: string;
  place?: 'spam' | 'trash';
}

/** Optional minus, optional operator, and a quoted or plain value. */
const TOKEN = /\s*(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))/iy;
const WORD = /^[\p{L}\p{N}]{3,}$/u;
const OR = /^or$/i;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export function parseSearchQuery(input: string, { staff }: { staff: boolean }): SearchQuery {
  const pieces: { text: string; quoted: boolean }[] = [];
  const without: string[] = [];
  const filter: SearchFilter = {};
  for (const { minus, operator, value, quoted, raw } of tokens(input)) {
    if (operator !== null && !minus && apply(filter, operator, value, staff)) continue;
    if (minus) {
      const phrase = operator === null ? value : `${operator} ${value}`;
      if (SAYS_SOMETHING.test(phrase)) without.push(phrase);
    } else if (operator !== null) pieces.push({ text: raw.replaceAll('"', ' ').trim(), quoted: false });
    else if (value.trim() !== '') pieces.push({ text: value, quoted });
  }
  const written = (list: typeof pieces) =>
    list.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(' ');
  const last = pieces.at(-1);
  const isOpen = last && !last.quoted && WORD.test(last.text) && input.endsWith(last.text);
  return {
    text: written(pieces),
    any: pieces
      .filter(({ text, quoted }) => quoted || !OR.test(text))
      .map((piece) => written([piece]))
      .join(' OR '),
    unfinished: isOpen ? { before: written(pieces.slice(0, -1)), word: last.text } : null,
    without,
    words: pieces
      .filter(({ text, quoted }) => !quoted && WORD.test(text) && !OR.test(text))
      .map(({ text }) => text.toLowerCase()),
    filter,
    exact: exactly(input.trim()),
  };
}

interface Token {
  minus: boolean;
  operator: string | null;
  value: string;
  quoted: boolean;
  raw: string;
}

function* tokens(input: string): Generator<Token> {
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(input); match; match = pattern.exec(input)) {
    const [raw, minus, operator, phrase, word] = match;
    yield {
      minus: minus === '-',
      operator: operator?.toLowerCase() ?? null,
      value: phrase ?? word ?? '',
      quoted: phrase !== undefined,
      raw: raw.trim(),
    };
  }
}

/** What asks for facts that customers are not told. */
const STAFF_ONLY = new Set(['assignee', 'from', 'tag']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Puts an operator into the filter; false when it means nothing here. */
function apply(filter: SearchFilter, operator: string, value: string, staff: boolean): boolean {
  if (!staff && STAFF_ONLY.has(operator)) return false;
  const several = <K extends 'status' | 'priority' | 'channel', T>(
    key: K,
    known: readonly T[] & SearchFilter[K],
  ) => {
    const named = value.toUpperCase().replace(/[\s-]/g, '_');
    if (!known?.some((one) => one === named)) return false;
    filter[key] = [...new Set([...(filter[key] ?? []), named])] as SearchFilter[K];
    return true;
  };
  const day = (key: 'before' | 'after') => {
    if (!DAY.test(value) || Number.isNaN(Date.parse(value))) return false;
    filter[key] = value;
    return true;
  };
  switch (operator) {
    case 'is':
      return applyIs(filter, value.toLowerCase(), staff);
    case 'status':
      return several('status', STATUSES as unknown as Status[]);
    case 'priority':
      return several('priority', PRIORITIES as unknown as Priority[]);
    case 'channel':
      return several('channel', CHANNELS as unknown as Channel[]);
    case 'assignee': {
      const name = value.toLowerCase();
      filter.assignee = name === 'me' || name === 'none' ? name : { name };
      return true;
    }
    case 'from':
      filter.from = value.toLowerCase();
      return true;
    case 'topic':
      filter.topic = value;
      return true;
    case 'tag':
      filter.tag = [...(filter.tag ?? []), value.toLowerCase()];
      return true;
    case 'lang':
      if (!LANGUAGES.includes(value.toLowerCase())) return false;
      filter.language = value.toLowerCase();
      return true;
    case 'has':
      if (value.toLowerCase() !== 'attachment') return false;
      filter.attachment = true;
      return true;
    case 'before':
    case 'after':
      return day(operator);
    default:
      return false;
  }
}

function applyIs(filter: SearchFilter, value: string, staff: boolean): boolean {
  const states: Record<string, readonly Status[]> = {
    open: UNSOLVED,
    resolved: ['RESOLVED'],
    closed: ['CLOSED'],
    done: ['RESOLVED', 'CLOSED'],
  };
  const holders: Record<string, SearchFilter['assignee']> = {
    mine: 'me',
    unassigned: 'none',
    assigned: 'any',
  };
  if (Object.hasOwn(states, value)) filter.status = [...(filter.status ?? []), ...states[value]!];
  else if (staff && Object.hasOwn(holders, value)) filter.assignee = holders[value]!;
  else if (staff && (value === 'spam' || value === 'trash')) filter.place = value;
  else return false;
  return true;
}

/** A ticket's number, an address or a telephone number, when the input is nothing else. */
function exactly(input: string): SearchQuery['exact'] {
  const digits = input.replace(/\D/g, '');
  const isPhone = /^\+?[\d\s()./-]+$/.test(input) && digits.length >= 6 && digits.length <= 15;
  return {
    number: /^#?(\d{1,15})$/.exec(input)?.[1] ?? null,
    email: canonicalAddress(input),
    digits: isPhone ? digits : null,
  };
}
