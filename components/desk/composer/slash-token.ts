/** The word after a slash that the caret stands in or behind: what the menu of replies looks for, and what a choice replaces. */
export interface SlashToken {
  from: number;
  to: number;
  query: string;
}

/** Null unless a slash begins a word right before the caret: dates, addresses and "and/or" open nothing. */
export function slashToken(text: string, caret: number): SlashToken | null {
  const found = /(?:^|\s)\/([\p{L}\p{N}-]{0,40})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const query = found[1] ?? '';
  return { from: caret - query.length - 1, to: caret, query };
}
