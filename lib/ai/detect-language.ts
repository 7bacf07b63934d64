/** Below this, a text says too little about its language. */
const LETTERS = 30;

/** The language of a text (ISO 639-1); null where it cannot be told for sure. Loading its data takes half a second. */
export async function detectLanguage(text: string): Promise<string | null> {
  const beginning = text.slice(0, 2_000);
  if ((beginning.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return null;
  const { eld } = await import('eld/small');
  const found = eld.detect(beginning);
  return found.language && found.isReliable() ? found.language : null;
}
