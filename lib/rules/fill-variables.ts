/**
 * Variables of canned replies: `{{customer.first_name}}`, or with a text for when there is nothing to fill in,
 * `{{customer.first_name|there}}` (product 2.23). Blanks inside the braces do not count.
 */
export const VARIABLES = [
  'customer.name',
  'customer.first_name',
  'customer.email',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  'agent.first_name',
  'workspace.name',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** Neither braces nor line breaks inside, so that a text full of braces is walked through once. */
const PLACE = /\{\{([^{}\r\n|]{0,80})(?:\|([^{}\r\n]{0,200}))?\}\}/g;

/**
 * Fills in what `values` knows; what it does not know, or knows as nothing, becomes the default text, or stays as it
 * is and is named in `missing` (once each, in the order of the text).
 */
export function fillVariables(
  text: string,
  values: Readonly<Record<string, string | null | undefined>>,
): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(PLACE, (place: string, given: string, fallback: string | undefined) => {
    const name = given.trim();
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    if (value) return value;
    if (fallback !== undefined) return fallback.trim();
    missing.add(name);
    return place;
  });
  return { text: filled, missing: [...missing] };
}

/** Names of the variables in a text, known ones and others, once each and in order. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name.trim()))];
}

const known: ReadonlySet<string> = new Set(VARIABLES);

/** The first variable of a text that nobody will ever fill in; null when there is none. */
export const unknownVariable = (text: string): string | null =>
  variablesIn(text).find((name) => !known.has(name)) ?? null;
