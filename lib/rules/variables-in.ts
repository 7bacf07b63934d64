import { VARIABLES } from './fill-variables';

/** Whatever stands in double braces: wider than what is filled in, so that a slip is seen when a text is written. */
const PLACE = /\{\{([^{}\r\n|]{0,80})(?:\|[^{}\r\n]{0,200})?\}\}/g;

/** Names of the variables in a text, known ones and others, once each and in order. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name.trim()))];
}

const known: ReadonlySet<string> = new Set(VARIABLES);

/** Variables that stand in a text although it is about to be sent: they were not filled in. */
export const unresolvedIn = (text: string): string[] => variablesIn(text).filter((name) => known.has(name));

/** The first variable of a text that nobody will ever fill in; null when there is none. */
export const unknownVariable = (text: string): string | null =>
  variablesIn(text).find((name) => !known.has(name)) ?? null;
