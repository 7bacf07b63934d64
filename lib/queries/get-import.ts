import { sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type ImportRow, presentImport, presentPreview, presentReport } from '../presenters/import';
import { type Actor, may } from '../rules/permissions';
import type { ImportDto, ImportReportDto } from '../schemas/import';
import { importPart } from './import-parts';

/** Reads `i` with its author; the rows of `presentImport`. */
export const IMPORTS = 'SELECT i.*, p.name AS author FROM import i LEFT JOIN person p ON p.id = i.created_by';

/** How many bad rows, and how many conversations that stay, are shown with an import. */
const SHOWN = 100;

/** An import: how its file is read, how far it is, what came of it. */
export async function getImport(actor: Actor, id: string): Promise<ImportDto> {
  if (!may(actor, 'message.import')) throw new Forbidden();
  const { rows } = await sql.query<ImportRow>(`${IMPORTS} WHERE i.id = $1`, [id]);
  const row = rows[0];
  if (!row) throw new NotFound();
  const waits = row.options && ['mapping', 'checked', 'failed'].includes(row.state);
  const head = waits ? await importPart(id) : null;
  const { rows: errors } = await sql.query<ImportDto['errors'][number]>(
    `SELECT line, rule, cells FROM import_error WHERE import_id = $1 ORDER BY line LIMIT ${SHOWN}`,
    [id],
  );
  return {
    ...presentImport(row),
    report: row.state === 'done' && row.report ? presentReport(row.report) : null,
    options: row.options,
    ...(head && row.options ? presentPreview(head, row.options) : { columns: [], preview: [] }),
    errors: errors.map((error) => ({
      ...error,
      cells: error.cells.slice(0, 50).map((cell) => cell.slice(0, 200)),
    })),
    kept: row.state === 'undone' ? await keptTickets(id) : [],
  };
}

/** What an undo left, since somebody had worked on it. */
async function keptTickets(id: string): Promise<ImportDto['kept']> {
  const { rows } = await sql.query<ImportDto['kept'][number]>(
    `SELECT t.number, t.subject FROM import_ticket it JOIN ticket t ON t.id = it.ticket_id
     WHERE it.import_id = $1 ORDER BY t.number LIMIT ${SHOWN}`,
    [id],
  );
  return rows;
}

/** Looks again until the import is done or the time (milliseconds) is over; its report, or null. */
export async function waitForImport(id: string, milliseconds: number): Promise<ImportReportDto | null> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const { rows } = await sql.query<{ state: string; report: ImportReportDto }>(
      'SELECT state, report FROM import WHERE id = $1',
      [id],
    );
    if (rows[0]?.state === 'done') return presentReport(rows[0].report);
    if (Date.now() >= until) return null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
