import type { Tx } from '../db/transaction';
import { Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { type FactRow, type FactRule, readFacts } from '../files/read-facts';
import { findCustomers } from '../queries/find-customers';
import { type Actor, may } from '../rules/permissions';
import type { FactReportDto } from '../schemas/customer-facts';
import { type Attempt, once } from './steps/once';
import { type Told, tellFacts } from './steps/tell-facts';

/** Errors that the report lists; the rest is counted as skipped all the same. */
const MOST_ERRORS = 1_000;
/** Facts that it shows as they were and as they are. */
const MOST_CHANGES = 50;

interface FactFile {
  /** The program that knows it. */
  source: string;
  bytes: Uint8Array;
  /** Nothing is written: the report says what would be. */
  isPreview: boolean;
}

/**
 * Takes in a table of facts about customers that one program knows. Facts that are no column of the file stay; bad
 * rows are told by line and lose no other; a second run of the same file changes nothing but the time.
 *
 * @throws Invalid when the file is no such table ({@link readFacts}).
 */
export async function importFacts(
  actor: Actor,
  { source, bytes, isPreview }: FactFile,
  attempt?: Attempt,
): Promise<FactReportDto> {
  if (!may(actor, 'customer.tell_facts')) throw new Forbidden();
  const { rows, bad } = await readFacts(bytes);
  return once(actor, isPreview ? undefined : attempt, async (tx) => {
    const { told, unknown } = await customersOf(tx, rows);
    const { updated, refused, missed } = await tellFacts(tx, source, told, { isAll: false, isPreview });
    const errors = [
      ...bad,
      ...unknown,
      ...refused.map((line) => ({ line, rule: 'too_many_facts' })),
      ...missed.map((line) => ({ line, rule: 'unknown_customer' })),
    ];
    if (updated.length > 0 && !isPreview)
      await recordEvent(tx, 'facts.imported', { what: source, count: updated.length }, actor.id);
    return {
      rows: rows.length + bad.length,
      updated: updated.length,
      unchanged: told.length - updated.length - refused.length - missed.length,
      skipped: errors.length,
      errors: errors.sort((a, b) => a.line - b.line).slice(0, MOST_ERRORS),
      changes: updated
        .sort((a, b) => a.key - b.key)
        .flatMap(({ name, changes }) => changes.map((change) => ({ customer: name, ...change })))
        .slice(0, MOST_CHANGES),
    };
  });
}

/** Whom the rows are about; who stands in two of them is told by the first. */
async function customersOf(tx: Tx, rows: readonly FactRow[]): Promise<{ told: Told[]; unknown: FactRule[] }> {
  const ids = await findCustomers(
    tx,
    rows.map(({ ref }) => ref),
  );
  const told = new Map<string, Told>();
  const unknown: FactRule[] = [];
  for (const [n, { line, facts }] of rows.entries()) {
    const id = ids[n];
    if (!id) unknown.push({ line, rule: 'unknown_customer' });
    else if (told.has(id)) unknown.push({ line, rule: 'repeated_customer' });
    else told.set(id, { key: line, id, facts });
  }
  return { told: [...told.values()], unknown };
}
