import { distance } from 'fastest-levenshtein';
import type { Sql } from '../db/transaction';
import { type Actor, isStaff } from '../rules/permissions';
import type { SearchQuery } from '../rules/search-query';
import { visibleTickets } from '../rules/visibility';

/**
 * How alike two words must be for PostgreSQL to look closer; 1 is the same. A slip leaves more than half of a long word
 * alike, of a short one or with two letters swapped about a third. The less alike, the more has to be looked at: many
 * times as much, so it is done for words alone that nothing nearer was found for.
 */
const ALIKE = [0.5, 0.3];
/** Words that are looked up: a search with more is a sentence, not a slip. */
const MOST = 4;

/**
 * The search with its unknown words as they are written elsewhere: in subjects that this person may see and, for staff
 * alone, in names and addresses of customers. Null when nothing is near enough.
 */
export async function suggestSpelling(
  tx: Sql,
  actor: Actor,
  { words }: SearchQuery,
  typed: string,
): Promise<string | null> {
  if (words.length === 0 || words.length > MOST) return null;
  let suggestion = typed;
  let open = words;
  for (const alike of ALIKE) {
    const near = open.length > 0 ? await wordsNear(tx, actor, open, alike) : [];
    const found = near.map(({ word, near }) => ({ word, best: nearest(word, near) }));
    for (const { word, best } of found) if (best) suggestion = replaceWord(suggestion, word, best);
    open = found.filter(({ best }) => best === null).map(({ word }) => word);
  }
  return suggestion === typed ? null : suggestion;
}

/** For each word what is written like it, the most alike first. */
async function wordsNear(
  tx: Sql,
  actor: Actor,
  words: readonly string[],
  alike: number,
): Promise<{ word: string; near: string[] }[]> {
  await tx.query(`SELECT set_config('pg_trgm.word_similarity_threshold', '${alike}', true)`);
  const people = `UNION ALL SELECT regexp_split_to_table(concat_ws(' ', lower(p.name), p.email), '[^[:alnum:]]+') FROM (
      SELECT name, email FROM person WHERE role = 'customer' AND lower(name) %> w.word
      ORDER BY word_similarity(w.word, lower(name)) DESC LIMIT 50) p`;
  const { rows } = await tx.query<{ word: string; near: string[] }>(
    `SELECT w.word, array(
       SELECT v.word FROM (
         SELECT regexp_split_to_table(s.subject, '[^[:alnum:]]+') AS word FROM (
           SELECT s.subject FROM ticket_search s JOIN ticket t ON t.id = s.ticket_id
           WHERE s.subject %> w.word AND t.deleted_at IS NULL AND t.merged_into IS NULL AND ${visibleTickets(actor, '$1')}
           ORDER BY word_similarity(w.word, s.subject) DESC LIMIT 50) s
         ${isStaff(actor.role) ? people : ''}
       ) v WHERE length(v.word) > 2 GROUP BY v.word
       ORDER BY similarity(v.word, w.word) DESC, v.word LIMIT 8) AS near
     FROM unnest($2::text[]) w (word)`,
    [actor.id, words],
  );
  return rows;
}

/** A third of a word may be wrong; a word that is known as it is stays so. */
function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, steps: distance(word, candidate) }))
    .filter(({ steps }) => steps <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best?.candidate ?? null;
}

function replaceWord(text: string, word: string, by: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + word.length);
}
