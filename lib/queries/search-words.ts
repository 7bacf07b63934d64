import type { Sql } from '../db/transaction';
import { searchConfigs } from '../rules/search-language';
import type { SearchQuery } from '../rules/search-query';
import { LANGUAGES } from '../schemas/values';

/**
 * For the transaction of a search. Compiling a plan takes longer than any of these takes to run, and what an index
 * leads to is in memory or on a disk without a head: reading a whole table is never the cheaper way. What a page needs
 * of other tables is joined as it is written: trying every order takes the planner longer than reading it.
 */
export const SEARCH_SETTINGS = `SELECT set_config('statement_timeout', '3000', true), set_config('jit', 'off', true),
  set_config('random_page_cost', '1.1', true), set_config('join_collapse_limit', '4', true), set_config('enable_mergejoin', 'off', true), set_config('enable_hashjoin', 'off', true)`;

const KNOWN = [...new Set(LANGUAGES.flatMap((language) => searchConfigs([language])))];

/** Texts of type tsquery, given to a search as values: so the planner knows how common the words are. */
export interface SearchWords {
  /** What has to be there; null when nothing is asked for. */
  found: string | null;
  /** The same, with every alternative as often as languages have it: how well it fits. */
  rank: string;
  /** Any of it, to choose a message and to mark words. */
  any: string;
  /** What must not be there; null when everything may. */
  without: string | null;
}

interface ConfigWords {
  text: string;
  any: string;
  open: string | null;
  without: string[];
}

/**
 * The words as they stand and as each language that some ticket was indexed with stems them. A stem of one language is
 * looked for in texts of all: the alternative, one condition a language, would need an OR over indexes.
 */
export async function searchWords(sql: Sql, query: SearchQuery): Promise<SearchWords> {
  const { text, any, unfinished, without } = query;
  const { rows } = await sql.query<ConfigWords & { beginning: string | null }>(
    `SELECT websearch_to_tsquery(c.config, $1)::text AS text, websearch_to_tsquery(c.config, $2)::text AS any,
            CASE WHEN $3 = '' OR numnode(c.before) > 0 THEN (c.before && b.beginning)::text END AS open,
            b.beginning::text,
            array(SELECT phraseto_tsquery(c.config, phrase)::text FROM unnest($5::text[]) phrase) AS without
     FROM to_tsquery('simple', $4) AS b (beginning), (
       SELECT name::regconfig AS config, websearch_to_tsquery(name::regconfig, $3) AS before
       FROM (SELECT 'simple' AS name UNION ALL SELECT name FROM search_config WHERE name = ANY($6)) used
     ) c`,
    [text, any, unfinished?.before ?? '', unfinished && `${unfinished.word}:*`, without, KNOWN],
  );
  const all = rows.flatMap((row) => [row.text, row.open ?? '']);
  return {
    found: text === '' ? null : either(distinct(all)),
    rank: either(all),
    any: either([...rows.map((row) => row.any), rows[0]?.beginning ?? '']),
    without: without.length === 0 ? null : either(distinct(rows.flatMap((row) => row.without))),
  };
}

const either = (alternatives: readonly string[]): string =>
  alternatives
    .filter((words) => words !== '')
    .map((words) => `(${words})`)
    .join(' | ');

/** Each alternative once, and none that one with the same beginning holds: the planner would add up how common each is. */
function distinct(alternatives: readonly string[]): string[] {
  const all = new Set(alternatives);
  return [...all].filter((words) => !all.has(`${words}:*`));
}
