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

/**
 * Parts the quote at a text's end from what was written: lines that begin with `>`, and the line that names their
 * author. Where nothing else stands, all of it is what was written.
 */
export function withoutQuote(text: string): { said: string; quoted: string | null } {
  const lines = text.trimEnd().split('\n');
  let from = lines.length;
  while (from > 0 && (lines[from - 1]!.startsWith('>') || lines[from - 1]!.trim() === '')) from--;
  const first = lines.findIndex((line, index) => index >= from && line.startsWith('>'));
  if (first === -1) return { said: text, quoted: null };
  const head = from > 0 && /:\s*$/.test(lines[from - 1]!) && from === first ? from - 1 : from;
  const said = lines.slice(0, head).join('\n').trimEnd();
  if (said === '') return { said: text, quoted: null };
  return { said, quoted: lines.slice(head).join('\n').trim() };
}
