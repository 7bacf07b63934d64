/**
 * A person's text made fit for a header: one line, no control or direction characters, at most `max` code points.
 * What looks like an encoded word is parted by a character without width, else the reader's program would decode it
 * and show another text than was written.
 */
export function headerText(text: string, max: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll('=?', '=\u2060?')
    .replace(/ {2,}/g, ' ')
    .trim();
  const points = [...line];
  return points.length <= max ? line : `${points.slice(0, max - 1).join('')}…`;
}
