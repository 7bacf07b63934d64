/**
 * The word behind a slash that the caret stands behind: what the menu of canned replies looks for. Null unless the
 * slash begins a word: dates, addresses and "and/or" open nothing.
 *
 * @param before what stands before the caret in its line
 */
export const slashWord = (before: string): string | null =>
  /(?:^|\s)\/([\p{L}\p{N}-]{0,40})$/u.exec(before)?.[1] ?? null;
