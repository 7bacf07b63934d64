/** A name has so many letters at most: what is looked at of a text stays this short, however long the text. */
const LONGEST = 60;

/**
 * The "@" that somebody is writing: where it stands and what follows it up to the caret, two words at most. Null when
 * the caret is behind none; an "@" inside a word is an address.
 */
export function mentionAt(text: string, caret: number): { from: number; q: string } | null {
  const start = Math.max(0, caret - LONGEST);
  const found = /(?:^|[\s([{,;:])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]+)?)$/u.exec(
    text.slice(start, caret),
  );
  if (!found) return null;
  const q = found[1] ?? '';
  return { from: caret - q.length - 1, q };
}

/** A text parted at the names of who is mentioned in it; the longer name wins. */
export function mentionPieces(
  text: string,
  names: readonly string[],
): { text: string; isMention: boolean }[] {
  const wanted = names.filter(Boolean).sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, isMention: false }];
  const name = wanted.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return text
    .split(new RegExp(`(@(?:${name}))(?![\\p{L}\\p{N}])`, 'u'))
    .map((piece, index) => ({ text: piece, isMention: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
