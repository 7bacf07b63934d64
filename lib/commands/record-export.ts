import { inTransaction } from '../db/transaction';
import type { GeneralEventData } from '../events/catalogue';
import { recordEvent } from '../events/record';
import type { Actor } from '../rules/permissions';

/** Writes down who took what out of the house, how much of it, and whether he got all. */
export async function recordExport(
  actor: Actor,
  { what, ...filter }: Pick<GeneralEventData['export.made'], 'what'> & object,
  count: number,
  complete: boolean,
): Promise<void> {
  await inTransaction((tx) =>
    recordEvent(tx, 'export.made', { what, filter: { ...filter }, count, complete }, actor.id),
  );
}
