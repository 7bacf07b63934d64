import type { SearchQuery } from '../rules/search-query';
import type { SearchWords } from './search-words';
import type { Values } from './ticket-conditions';

/** Candidates that are ranked and counted, the newest; beyond it the answer says "1000+". */
export const CAP = 1_000;
/** Tickets that are looked through for a phrase, the newest, before the index is asked. */
const LOOKED_THROUGH = 5_000;

interface Reader {
  /** The word vector of `s` that he may search, and when `t` last changed for him. */
  column: string;
  changed: string;
  /** What `t` must be: visible to him, and what the filters say. */
  where: string;
  staff: boolean;
}

/**
 * The newest tickets that fit: `id`, how exactly they were named, and what their rank is made of beside the words. The
 * words themselves are not carried along: sorting them costs more than reading those of a thousand again.
 */
export function searchCandidates(
  asked: SearchQuery,
  words: SearchWords,
  reader: Reader,
  values: Values,
): string {
  const parts = [
    words.found === null
      ? withoutWords(asked, words, reader, values)
      : withWords(words.found, words, reader, values),
    ...named(asked, reader, values),
  ];
  const all = parts.map((part) => `(${part})`).join(' UNION ALL ');
  return parts.length === 1 ? all : `SELECT DISTINCT ON (id) * FROM (${all}) hit ORDER BY id, exact DESC`;
}

const facts = ({ changed }: Reader, exact: number) =>
  `t.id, ${exact} AS exact, t.status, ${changed} AS changed`;
const unwanted = ({ without }: SearchWords, { column }: Reader, values: Values) =>
  without === null ? '' : `AND NOT ${column} @@ ${values.add(without, '::tsquery')}`;

/** Words in an order, in the text of a tsquery. */
const PHRASE = / <(-|\d+)> /;

/**
 * How common a word is stands in PostgreSQL's statistics; how common a phrase is nobody knows beforehand. A greeting
 * is in the newest tickets; what is not, is looked up among all that hold its words.
 */
function withWords(found: string, words: SearchWords, reader: Reader, values: Values): string {
  const holds = `${reader.column} @@ ${values.add(found, '::tsquery')}`;
  const no = unwanted(words, reader, values);
  const among = (
    source: string,
  ) => `SELECT ${facts(reader, 0)} FROM ${source} s JOIN ticket t ON t.id = s.ticket_id
    WHERE ${holds} ${no} AND ${reader.where} ORDER BY s.ticket_id DESC LIMIT ${CAP + 1}`;
  if (!reader.staff || !PHRASE.test(found)) return among('ticket_search');
  const newest = among(`(SELECT * FROM ticket_search ORDER BY ticket_id DESC LIMIT ${LOOKED_THROUGH})`);
  // OFFSET 0: by the index, whatever the order
  const all = among(`(SELECT * FROM ticket_search s WHERE ${holds} OFFSET 0)`);
  return `WITH newest AS MATERIALIZED (${newest}), enough AS (SELECT count(*) > ${CAP} AS it FROM newest)
    SELECT * FROM newest WHERE (SELECT it FROM enough)
    UNION ALL (SELECT * FROM (${all}) every WHERE NOT (SELECT it FROM enough))`;
}

function withoutWords(asked: SearchQuery, words: SearchWords, reader: Reader, values: Values): string {
  const asksNothing = words.without === null && Object.keys(asked.filter).length === 0;
  const join = words.without === null ? '' : 'JOIN ticket_search s ON s.ticket_id = t.id';
  return `SELECT ${facts(reader, 0)} FROM ticket t ${join}
    WHERE ${asksNothing ? 'false AND ' : ''}${reader.where} ${unwanted(words, reader, values)}
    ORDER BY t.created_at DESC, t.id DESC LIMIT ${CAP + 1}`;
}

/** The ticket that was named by its number, and those of the customer who was named by his address or telephone number. */
function named({ exact: { number, email, digits } }: SearchQuery, reader: Reader, values: Values): string[] {
  const parts: string[] = [];
  const add = (exact: number, condition: string) =>
    parts.push(`SELECT ${facts(reader, exact)} FROM ticket t WHERE ${condition} AND ${reader.where}
      ORDER BY t.created_at DESC LIMIT ${CAP + 1}`);
  const ofCustomer = (condition: string) =>
    add(1, `t.customer_id IN (SELECT coalesce(merged_into, id) FROM person WHERE ${condition})`);
  if (number) add(2, `t.number = ${values.add(number)}`);
  if (reader.staff && email) ofCustomer(`email = ${values.add(email)}`);
  if (reader.staff && digits) {
    ofCustomer(`phone IS NOT NULL AND regexp_replace(phone, '\\D', '', 'g') = ${values.add(digits)}`);
  }
  return parts;
}
