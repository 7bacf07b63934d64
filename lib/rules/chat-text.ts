/**
 * What staff wrote in Markdown, for where nothing is formatted: the marks go, lists and quotes stay as they are read, and a
 * link is its words with the address behind them.
 */
export const chatText = (markdown: string): string =>
  markdown
    .replace(/^(?:```|~~~).*(?:\n|$)/gm, '')
    .replace(/^[ \t]{0,3}#{1,6}[ \t]+/gm, '')
    .replace(
      /\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})(?: "[^"\n]{0,100}")?\)/g,
      (_, words: string, target: string) =>
        target === words || target === `mailto:${words}` ? words : `${words} (${target})`,
    )
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/g, '$1')
    .replace(/(?<![\w\\])(\*\*|__|~~|\*|_|`)(?=\S)([^\n]{0,2000}?[^\s\\])\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/ {2,}$/gm, '')
    .trim();
