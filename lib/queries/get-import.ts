import { sql } from '../db/transaction';
import { NotFound } from '../errors';
import type { ImportReportDto } from '../schemas/import';

export interface ImportState {
  id: string;
  state: 'staged' | 'done' | 'failed';
  report: ImportReportDto | null;
}

/** An import and, once it is done, its report. */
export async function getImport(id: string): Promise<ImportState> {
  const { rows } = await sql.query<ImportState>('SELECT id, state, report FROM import WHERE id = $1', [id]);
  const row = rows[0];
  if (!row) throw new NotFound();
  return { ...row, report: row.state === 'done' ? row.report : null };
}

/** Looks again until the import is done or the time (milliseconds) is over. */
export async function waitForImport(id: string, milliseconds: number): Promise<ImportState> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const state = await getImport(id);
    if (state.state !== 'staged' || Date.now() >= until) return state;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
