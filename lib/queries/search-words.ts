import type { Sql } from '../db/transaction';
import { searchConfigs } from '../rules/search-language';
import type { SearchQuery } from '../rules/search-query';
import { LANGUAGES } from '../schemas/values';
import type { Values } from './ticket-conditions';

/**
 * For the transaction of a search. Compiling a plan takes longer than any of these takes to run, and what an index
 * leads to is in memory or on a disk without a head: reading a whole table is never the cheaper way.
 */
export const SEARCH_SETTINGS = `SELECT set_config('statement_timeout', '3000', true), set_config('jit', 'off', true),
  set_config('random_page_cost', '1.1', true)`;

const KNOWN: ReadonlySet<string> = new Set(LANGUAGES.flatMap((language) => searchConfigs([language])));

/** `simple`, and what some ticket was indexed with. Names that are not ours never get into a statement. */
export async function configsInUse(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>('SELECT name FROM search_config ORDER BY name');
  return ['simple', ...rows.map(({ name }) => name).filter((name) => KNOWN.has(name))];
}

/** Expressions of type tsquery. They hold nothing but literals, placeholders and immutable functions, so that the planner knows their value. */
export interface SearchWords {
  /** What has to be there; null when nothing is asked for. */
  found: string | null;
  /** Any of it, to choose a message and to mark words. */
  any: string;
  /** What must not be there; null when everything may. */
  without: string | null;
}

/**
 * The words as they stand and as each language stems them. A stem of one language is looked for in texts of all: the
 * alternative, one condition a language, would need an OR over indexes.
 */
export function searchWords(query: SearchQuery, configs: readonly string[], values: Values): SearchWords {
  const inEach = (name: string, text: string) => {
    const value = values.add(text, '::text');
    return `(${configs.map((config) => `${name}('${config}'::regconfig, ${value})`).join(' || ')})`;
  };
  const { text, any, unfinished, without } = query;
  const beginning = unfinished
    ? `to_tsquery('simple'::regconfig, ${values.add(`${unfinished.word}:*`, '::text')})`
    : null;
  const open =
    unfinished && unfinished.before !== ''
      ? `(${inEach('websearch_to_tsquery', unfinished.before)} && ${beginning})`
      : beginning;
  return {
    found: text === '' ? null : `(${[inEach('websearch_to_tsquery', text), open ?? []].flat().join(' || ')})`,
    any: `(${[inEach('websearch_to_tsquery', any), beginning ?? []].flat().join(' || ')})`,
    without:
      without.length === 0
        ? null
        : `(${without.map((phrase) => inEach('phraseto_tsquery', phrase)).join(' || ')})`,
  };
}
