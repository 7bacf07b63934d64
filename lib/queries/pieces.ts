import type { PieceDto } from '../schemas/search';

/** Around what `ts_headline` marks: control characters, which no text of ours holds. */
export const START = '\u0002';
export const STOP = '\u0003';

/** A marked text as plain pieces, for screens that must not be given markup. */
export function pieces(marked: string): PieceDto[] {
  return marked
    .split(START)
    .flatMap((part, index) => {
      const [hit = '', rest = ''] = index === 0 ? ['', part] : part.split(STOP);
      return [
        { text: hit, hit: true },
        { text: rest, hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
