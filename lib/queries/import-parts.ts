import { sql } from '../db/transaction';

/** The file of an import, part by part, as it was uploaded. */
export async function* importParts(importId: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const part = await importPart(importId, n);
    if (!part) return;
    yield part;
  }
}

/** The first part: enough to see how the file is written. Null when the file is gone. */
export async function importPart(importId: string, n = 0): Promise<Uint8Array | null> {
  const { rows } = await sql.query<{ bytes: Buffer }>(
    'SELECT bytes FROM import_chunk WHERE import_id = $1 AND n = $2',
    [importId, n],
  );
  return rows[0]?.bytes ?? null;
}
