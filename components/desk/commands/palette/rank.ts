import { defaultFilter } from 'cmdk';

/** Less than this is letters by chance. */
const LEAST = 0.05;

/** What fits the typed letters, the best first; everything, in its order, before anything is typed. */
export function rank<T>(items: readonly T[], typed: string, words: (item: T) => string): T[] {
  if (typed === '') return [...items];
  return items
    .map((item) => ({ item, score: defaultFilter(words(item), typed) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
