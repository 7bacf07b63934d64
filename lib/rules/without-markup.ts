/**
 * How a text in Markdown begins when there is no room to format it (a row of a list, what a mailbox shows beside a
 * subject): without its marks. For short texts; what is not understood stays as it is.
 */
export const withoutMarkup = (source: string): string =>
  source
    .replace(/^[ \t]{0,3}(?:>[ \t]?)*(?:#{1,6}|[-*+]|\d{1,9}[.)])?[ \t]+/gm, '')
    .replace(/^>+/gm, '')
    .replace(/^(?:```|~~~).*$/gm, '')
    .replace(/\[([^[\]\n]{1,300})\]\([^()\s]{1,300}(?: "[^"\n]{0,100}")?\)/g, '$1')
    .replace(/(?<![\w\\])(\*\*|__|~~|\*|_|`)(?=\S)([^\n]{0,300}?[^\s\\])\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
