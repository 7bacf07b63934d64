import { sql } from '../../db/transaction';

const ROWS = 20_000;

/** Forgets what an import keeps of its file, in steps that no statement's time limit cuts off. */
export async function emptyImport(
  importId: string,
  tables: readonly ('import_row' | 'import_error' | 'import_chunk')[],
): Promise<void> {
  for (const table of tables) {
    const most = table === 'import_chunk' ? 100 : ROWS;
    const text = `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE import_id = $1 LIMIT ${most}))`;
    while (((await sql.query(text, [importId])).rowCount ?? 0) === most);
  }
}
