/** A tag as the server keeps it. */
export const tidyTag = (text: string): string =>
  text
    .replace(/[\s,]+/g, ' ')
    .trim()
    .replace(/^#+ ?/, '')
    .toLowerCase()
    .slice(0, 40);
