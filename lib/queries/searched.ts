import { sql } from '../db/transaction';
import { type Actor, isStaff } from '../rules/permissions';
import { parseSearchQuery, type SearchQuery } from '../rules/search-query';
import { operatorConditions } from './search-conditions';
import { type SearchWords, searchWords } from './search-words';
import type { Values } from './ticket-conditions';

/** A search that narrows a list: taken apart, and its words as PostgreSQL looks for them. */
export interface Searched {
  asked: SearchQuery;
  words: SearchWords;
  /** So few tickets have the words that they are best read first, whatever the list's order. */
  isRare: boolean;
}

/** More than that are found soon enough by walking the list. */
const RARE = 2_000;

/** Reads what somebody typed into a search, for {@link searchedConditions}; null where nothing was. */
export async function readSearch(actor: Actor, search: string | undefined): Promise<Searched | null> {
  if (search === undefined) return null;
  const asked = parseSearchQuery(search, { staff: isStaff(actor.role) });
  const words = await searchWords(sql, asked);
  return { asked, words, isRare: words.found === null || (await areRare(actor, words.found)) };
}

const columnOf = ({ role }: Actor) => (isStaff(role) ? 's.staff' : 's.customer');

/** PostgreSQL knows the most common words alone; of all others it takes the same guess, and might walk every ticket for one. */
async function areRare(actor: Actor, found: string): Promise<boolean> {
  const { rows } = await sql.query<{ is_rare: boolean }>(
    `SELECT count(*) <= ${RARE} AS is_rare
     FROM (SELECT 1 FROM ticket_search s WHERE ${columnOf(actor)} @@ $1::tsquery LIMIT ${RARE + 1}) few`,
    [found],
  );
  return rows[0]!.is_rare;
}

/**
 * The same tickets that the search finds, as conditions of a list `t`: in the list's own order, however many there
 * are. As in a search, what asks for nothing finds nothing, and a customer's words are not looked for in notes.
 */
export function searchedConditions(
  actor: Actor,
  { asked, words, isRare }: Searched,
  values: Values,
): string[] {
  const column = columnOf(actor);
  const sources = [
    ...(words.found === null
      ? []
      : [
          `SELECT s.ticket_id FROM ticket_search s WHERE ${column} @@ ${values.add(words.found, '::tsquery')}`,
        ]),
    ...named(actor, asked, values),
  ];
  const where = operatorConditions(actor, asked.filter, values);
  const ids = sources.join(' UNION ALL ');
  if (ids) where.push(isRare ? `t.id = ANY(ARRAY(${ids}))` : `t.id IN (${ids})`);
  if (words.without !== null) {
    const unwanted = `${column} @@ ${values.add(words.without, '::tsquery')}`;
    where.push(`NOT EXISTS (SELECT 1 FROM ticket_search s WHERE s.ticket_id = t.id AND ${unwanted})`);
  }
  return where.length > 0 || asked.filter.place ? where : ['false'];
}

/** The ticket that is named by its number; for staff those of the customer who is named by address or telephone. */
function named(actor: Actor, { exact: { number, email, digits } }: SearchQuery, values: Values): string[] {
  const ofCustomer = (condition: string) =>
    `SELECT id FROM ticket WHERE customer_id IN (SELECT coalesce(merged_into, id) FROM person WHERE ${condition})`;
  const staff = isStaff(actor.role);
  return [
    ...(number ? [`SELECT id FROM ticket WHERE number = ${values.add(number)}`] : []),
    ...(staff && email ? [ofCustomer(`email = ${values.add(email)}`)] : []),
    ...(staff && digits
      ? [ofCustomer(`phone IS NOT NULL AND regexp_replace(phone, '\\D', '', 'g') = ${values.add(digits)}`)]
      : []),
  ];
}
