import { sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';

export interface ImportError {
  line: number;
  rule: string;
  cells: string[];
}

/** Asks before the first byte leaves. @throws NotFound, Forbidden */
export async function accessImport(actor: Actor, id: string): Promise<void> {
  if (!may(actor, 'message.import')) throw new Forbidden();
  const { rowCount } = await sql.query('SELECT 1 FROM import WHERE id = $1', [id]);
  if (rowCount === 0) throw new NotFound();
}

const PAGE = 1_000;

/** All rows of an import that did not pass, in the order of the file, a page at a time. */
export async function* importErrors(id: string): AsyncGenerator<ImportError[]> {
  for (let after = -1; ; ) {
    const { rows } = await sql.query<ImportError>(
      `SELECT line, rule, cells FROM import_error WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT ${PAGE}`,
      [id, after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.line;
  }
}
