/** Below this, a guess is no better than a throw of dice. */
const LETTERS = 20;
/** What the guess needs of a long text. */
const ENOUGH = 2_000;

/** ISO 639-1 of the language a text is written in; null when it is too short or unclear. Its data is loaded by
 * the first that asks: half a second, which only the worker spends. */
export async function detectLanguage(text: string): Promise<string | null> {
  const beginning = text.slice(0, ENOUGH);
  if ((beginning.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return null;
  const { eld } = await import('eld/small');
  const guess = eld.detect(beginning);
  return guess.language && guess.isReliable() ? guess.language : null;
}
