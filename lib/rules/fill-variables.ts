/**
 * Variables of canned replies: `{{customer.first_name}}`, with words for when there is none after a bar:
 * `{{customer.first_name|there}}` (product 2.23).
 */
const VARIABLE = /\{\{\s*([a-z][a-z_.]{0,60})\s*(?:\|([^{}]{0,200}))?\}\}/g;

export const VARIABLES = [
  'customer.name',
  'customer.first_name',
  'customer.email',
  'agent.name',
  'agent.first_name',
  'ticket.number',
  'ticket.subject',
  'workspace.name',
] as const;
export type Variable = (typeof VARIABLES)[number];
/** What each variable stands for here; null or empty where there is nothing to say. */
export type VariableValues = Partial<Record<Variable, string | null>>;

export interface FilledText {
  text: string;
  /** Variables that have neither a value nor words of their own; they stay in the text and block sending. */
  unresolved: string[];
}

/** Fills in once: what a value holds is text, even when it looks like a variable. */
export function fillVariables(template: string, values: VariableValues): FilledText {
  const unresolved = new Set<string>();
  const known = new Map<string, string | null | undefined>(Object.entries(values));
  const text = template.replace(VARIABLE, (whole, name: string, fallback: string | undefined) => {
    const value = known.get(name)?.trim();
    if (value) return value;
    if (fallback !== undefined) return fallback.trim();
    unresolved.add(name);
    return whole;
  });
  return { text, unresolved: [...unresolved] };
}

/** The values around one ticket. A name of several words gives its first one as first name. */
export function variableValues(about: {
  customer: { name: string; email: string | null };
  agent: { name: string };
  ticket: { number: number; subject: string };
  workspace: string;
}): VariableValues {
  const first = (name: string) => name.trim().split(/\s+/)[0] ?? '';
  return {
    'customer.name': about.customer.name,
    'customer.first_name': first(about.customer.name),
    'customer.email': about.customer.email,
    'agent.name': about.agent.name,
    'agent.first_name': first(about.agent.name),
    'ticket.number': String(about.ticket.number),
    'ticket.subject': about.ticket.subject,
    'workspace.name': about.workspace,
  };
}
