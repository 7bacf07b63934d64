/**
 * The subject of a conversation that came without one: its first sentence, at most 80 characters (contract, "Import of
 * messages"). Cut at a word, with an ellipsis, never inside a character.
 */
const MOST = 80;

export function firstSentence(body: string): string {
  const line = body.replace(/\s+/gu, ' ').trim();
  const sentence = /^.+?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  const letters = [...sentence];
  if (letters.length <= MOST) return sentence;
  const cut = letters.slice(0, MOST - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > MOST / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
