/** What is known about a customer: written down by staff, or told by a program, which then is its `source`. */
export interface KnownFact {
  label: string;
  value: string;
  source?: string;
  /** When the source said so last. */
  updated_at?: string;
}
/** What a source tells; null: it knows of none any more. */
export interface ToldFact {
  label: string;
  value: string | null;
}

/** Of one customer, all sources together. */
export const MOST_FACTS = 100;

/**
 * A customer's facts after a source has told some. Those of staff and of other sources stay, and so do the source's
 * others unless this is all that it knows.
 */
export function afterTold(
  before: readonly KnownFact[],
  source: string,
  told: readonly ToldFact[],
  { at, isAll }: { at: Date; isAll: boolean },
): KnownFact[] {
  const updated_at = at.toISOString();
  const labels = new Set(told.map(({ label }) => label));
  const stays = (fact: KnownFact) => fact.source !== source || (!isAll && !labels.has(fact.label));
  return [
    ...before.filter(stays),
    ...told.flatMap(({ label, value }) => (value === null ? [] : [{ label, value, source, updated_at }])),
  ];
}

/** Do these say the same, whenever they were told and in whatever order? */
export function saySame(a: readonly KnownFact[], b: readonly KnownFact[]): boolean {
  const said = (facts: readonly KnownFact[]) => facts.map(keyOf).sort();
  return JSON.stringify(said(a)) === JSON.stringify(said(b));
}

/** What is said differently of one label: null where it was not, or is not any more. */
export interface FactChange {
  label: string;
  old: string | null;
  new: string | null;
}

/** What a source says otherwise than before, in its own order; what it takes away comes last. */
export function changesOf(
  before: readonly KnownFact[],
  after: readonly KnownFact[],
  source: string,
): FactChange[] {
  const said = (facts: readonly KnownFact[]) =>
    new Map(facts.flatMap((fact) => (fact.source === source ? [[fact.label, fact.value] as const] : [])));
  const [was, is] = [said(before), said(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((label) => {
    const [old, now] = [was.get(label) ?? null, is.get(label) ?? null];
    return old === now ? [] : [{ label, old, new: now }];
  });
}

/** What a fact says, without when it was told. */
export const keyOf = ({ source, label, value }: KnownFact): string =>
  JSON.stringify([source ?? null, label, value]);
