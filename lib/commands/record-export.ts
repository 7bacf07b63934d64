import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';
import type { Actor } from '../rules/permissions';
import type { ExportQuery } from '../schemas/export';

/** Writes down who took what out of the house, how much of it, and whether he got all. */
export async function recordExport(
  actor: Actor,
  { what, ...filter }: ExportQuery,
  count: number,
  complete: boolean,
): Promise<void> {
  await inTransaction((tx) => recordEvent(tx, 'export.made', { what, filter, count, complete }, actor.id));
}
