import { inTransaction } from '../db/transaction';
import { Conflict, Forbidden, NotFound } from '../errors';
import { describeFile } from '../files/describe-file';
import { importPart } from '../queries/import-parts';
import { type Actor, may } from '../rules/permissions';
import type { EditImportInput, ImportOptions } from '../schemas/import';

/**
 * Says how an uploaded file is to be read, before it is imported. What is decided anew about encoding, separator or
 * header is looked at anew: the columns are guessed again. What was checked before, or could not be, has to be checked
 * again.
 */
export function editImport(actor: Actor, id: string, input: EditImportInput): Promise<void> {
  if (!may(actor, 'message.import')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ state: string; options: ImportOptions | null }>(
      'SELECT state, options FROM import WHERE id = $1 FOR UPDATE',
      [id],
    );
    const job = rows[0];
    if (!job) throw new NotFound();
    const { state, options } = job;
    if (!options || !['mapping', 'checking', 'checked', 'failed'].includes(state))
      throw new Conflict('import_state', 'This file is imported already.', { state });
    const { route, mapping, ...rest } = input;
    const next = await reread(id, { ...options, ...rest }, rest);
    next.mapping = { ...next.mapping, ...mapping };
    const isRead = mapping !== undefined || Object.keys(rest).length > 0;
    await tx.query(
      `UPDATE import SET options = $2, route = coalesce($3, route), updated_at = now(),
         state = CASE WHEN $4 THEN 'mapping' ELSE state END, failure = CASE WHEN NOT $4 THEN failure END WHERE id = $1`,
      [id, JSON.stringify(next), route ?? null, isRead],
    );
  });
}

async function reread(
  id: string,
  options: ImportOptions,
  { encoding, separator, has_header }: EditImportInput,
): Promise<ImportOptions> {
  if (encoding === undefined && separator === undefined && has_header === undefined) return options;
  const head = await importPart(id);
  if (!head) throw new NotFound();
  const chosen = {
    encoding: options.encoding,
    separator: separator ?? (encoding ? undefined : options.separator),
  };
  const described = describeFile(head, true, { ...chosen, has_header });
  return { ...described, time_zone: options.time_zone, date_order: options.date_order };
}
