import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type ImportRow, presentImport } from '../presenters/import';
import { type Actor, may } from '../rules/permissions';
import type { ImportSummaryDto } from '../schemas/import';
import { decodeCursor, pageOf } from './cursor';
import { IMPORTS } from './get-import';

const LIMIT = 50;

/** One page of imports, newest first. */
export async function listImports(
  actor: Actor,
  cursor: string | undefined,
): Promise<{ results: ImportSummaryDto[]; next: string | null }> {
  if (!may(actor, 'message.import')) throw new Forbidden();
  const after = cursor === undefined ? null : (decodeCursor(actor.id, 'imports', cursor) as [string, string]);
  const { rows } = await sql.query<ImportRow & { at: string }>(
    `SELECT x.*, x.created_at::text AS at FROM (${IMPORTS}) x
     WHERE x.state <> 'uploading' AND ($1::timestamptz IS NULL OR (x.created_at, x.id) < ($1, $2::uuid))
     ORDER BY x.created_at DESC, x.id DESC LIMIT ${LIMIT + 1}`,
    after ?? [null, null],
  );
  const { shown, next } = pageOf(actor.id, 'imports', {
    rows,
    limit: LIMIT,
    placeOf: ({ at, id }) => [at, id],
  });
  return { results: shown.map(presentImport), next };
}
