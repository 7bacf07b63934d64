/** A part of a plain text: words, or an address that can be followed. */
export interface TextPiece {
  text: string;
  href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]{1,2000}/g;

/** Addresses in a text become links; the point or the bracket behind one belongs to the sentence. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push({ text: address, href: address });
    at = match.index + address.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

function withoutTail(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address[end - 1]!;
    const isOpened = last === ')' && address.lastIndexOf('(', end) !== -1;
    if (!/[.,;:!?)\]}…]/.test(last) || isOpened) return address.slice(0, end);
    end--;
  }
}
