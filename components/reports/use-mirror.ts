import { useDirection } from '@base-ui/react/direction-provider';

/**
 * Charts of a page that runs from right to left do too. In a drawing "start" and "end" are sides of the paper, so it
 * stays `dir="ltr"` and its axes are turned round instead.
 */
export function useMirror() {
  const isMirrored = useDirection() === 'rtl';
  return {
    /** Of the axis that lies. */
    lying: { reversed: isMirrored },
    /** Of the axis that stands. */
    standing: { orientation: isMirrored ? 'right' : 'left' },
    /** Words of the drawing, which runs from left to right itself. */
    words: (text: string) => (isMirrored ? `\u200F${text}` : text),
    margin: (top: number, end: number, start: number) => ({
      top,
      bottom: 0,
      right: isMirrored ? start : end,
      left: isMirrored ? end : start,
    }),
  } as const;
}
