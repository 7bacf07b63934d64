/** What Messenger takes of one text, in characters as JavaScript counts them, which is never less than theirs. */
export const MESSENGER_TEXT = 2_000;

/**
 * A text in parts of at most `most`: parted between paragraphs, else lines, sentences or words, where that leaves a part at
 * least half full; never within a letter or an emoji. Joined they hold every word of it.
 */
export function messageParts(text: string, most = MESSENGER_TEXT): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cutOf(rest, most);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

const ENDS = [/\n\n(?=[^\n]*$)/, /\n(?=[^\n]*$)/, /[.!?…。؟](?=\s[^.!?…。؟]*$)/, /\s(?=\S*$)/];

function cutOf(text: string, most: number): number {
  const head = text.slice(0, most);
  for (const end of ENDS) {
    const found = lastOf(head, end);
    if (found >= most / 2) return found;
  }
  return graphemeBefore(text, most);
}

/** Where the last such end is over; -1 without one. */
function lastOf(head: string, end: RegExp): number {
  const found = end.exec(head.slice(-Math.ceil(head.length / 2)));
  return found ? head.length - Math.ceil(head.length / 2) + found.index + found[0].length : -1;
}

/** The last boundary between two letters, as people count them, that is not after `at`. */
function graphemeBefore(text: string, at: number): number {
  // no letter is longer than this; a heap of marks on one is cut as it comes
  const from = Math.max(0, at - 64);
  let boundary = 0;
  for (const { index } of new Intl.Segmenter().segment(text.slice(from, at + 64)))
    if (from + index <= at) boundary = from + index;
  return boundary > from ? boundary : at;
}
