import type { PieceDto } from '@/lib/schemas/search';

/** Text with the words that were looked for. Between them it is the text itself, never markup. */
export function Marked({ pieces }: { pieces: readonly PieceDto[] }) {
  return pieces.map(({ text, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <mark key={index} className="rounded-xs bg-selected font-[620] text-ink in-[.row-selected]:bg-surface">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** The same, beginning shortly before the first hit: for one line. */
export function nearFirstHit(pieces: readonly PieceDto[]): PieceDto[] {
  const BEFORE = 18;
  const [first, ...rest] = pieces.map(({ text, hit }) => ({ text: text.replace(/\s+/g, ' '), hit }));
  if (!first || first.hit || first.text.length <= BEFORE) return first ? [first, ...rest] : [];
  const tail = first.text.slice(-BEFORE);
  return [{ text: `…${tail.slice(tail.indexOf(' '))}`, hit: false }, ...rest];
}
