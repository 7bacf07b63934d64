/** Old and new value of each field that is another now: what an event of the audit log keeps. */
export function changesOf<T extends object>(before: T, after: T): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const field of Object.keys(after) as (keyof T & string)[]) {
    const [old, now] = [before[field], after[field]];
    if (inOrder(old) !== inOrder(now)) changes[field] = [old, now];
  }
  return changes;
}

/** A value as text; PostgreSQL keeps the keys of an object in an order of its own. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';
