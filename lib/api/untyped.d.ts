/** Libraries without types of their own: as much of them as is used. */
declare module 'content-disposition' {
  export default function contentDisposition(
    filename: string,
    options?: { type?: 'attachment' | 'inline'; fallback?: string },
  ): string;
}
declare module 'range-parser' {
  /** -1: none of the ranges can be satisfied; -2: no range at all. */
  export default function parseRange(
    size: number,
    header: string,
  ): -1 | -2 | ({ start: number; end: number }[] & { type: string });
}
