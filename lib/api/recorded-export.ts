import { recordExport } from '../commands/record-export';
import type { Actor } from '../rules/permissions';

/** The rows of an export as they leave, counted: what was taken is on record, also when the line was cut. */
export async function* recordedExport(
  actor: Actor,
  query: Parameters<typeof recordExport>[1],
  pages: AsyncGenerator<string[][]>,
): AsyncGenerator<string[][]> {
  let count = 0;
  let complete = false;
  try {
    for await (const rows of pages) {
      count += rows.length;
      yield rows;
    }
    complete = true;
  } finally {
    await recordExport(actor, query, count, complete);
  }
}
