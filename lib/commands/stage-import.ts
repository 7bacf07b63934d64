import { parse } from 'csv-parse/sync';
import { newId } from '../clock';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { readImportRow } from '../rules/import-row';
import type { Actor } from '../rules/permissions';
import type { ImportReportDto } from '../schemas/import';
import { type Attempt, once } from './steps/once';
import { type BadRow, STAGING_BATCH, type StagedRow, stageErrors, stageRows } from './steps/stage-rows';

/** Errors that a report lists; the rest is counted as skipped all the same. */
const MOST_ERRORS = 1_000;

/**
 * Reads a message file and stages its good rows; the import itself is a job that the recorded event starts. Bad rows
 * are told by line and lose no other.
 *
 * @param csv UTF-8 text with a header line.
 * @param newestAt the demo alone: all times move by one constant so that the newest row is at this time. An import by
 *   people never moves a time.
 * @throws Invalid when the text is no CSV at all, or has no rows.
 */
export function stageImport(
  actor: Actor,
  csv: string,
  { route, newestAt = null }: { route: boolean; newestAt?: Date | null },
  attempt?: Attempt,
): Promise<{ id: string }> {
  const { rows, errors, total } = readFile(csv);
  const report: ImportReportDto = {
    ...{ rows: total, imported: 0, skipped: 0, conversations: 0 },
    errors: errors.slice(0, MOST_ERRORS).map(({ line, rule }) => ({ line, rule })),
  };
  return once(actor, attempt, async (tx) => {
    const id = newId();
    await tx.query(
      'INSERT INTO import (id, created_by, route, report, newest_at, total, size) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, actor.id, route, JSON.stringify(report), newestAt, rows.length, Buffer.byteLength(csv)],
    );
    for (let at = 0; at < rows.length; at += STAGING_BATCH)
      await stageRows(tx, id, rows.slice(at, at + STAGING_BATCH));
    for (let at = 0; at < errors.length; at += STAGING_BATCH)
      await stageErrors(tx, id, errors.slice(at, at + STAGING_BATCH));
    await recordEvent(tx, 'import.requested', { import_id: id }, actor.id);
    return { id };
  });
}

const NO_COLUMN = { email: null, name: null, topic: null, priority: null, language: null, messageId: null };

function readFile(csv: string): { rows: StagedRow[]; errors: BadRow[]; total: number } {
  const rows: StagedRow[] = [];
  const errors: BadRow[] = [];
  let total = 0;
  const records = parseCsv(csv, (line) => {
    total += 1;
    errors.push({ line, rule: 'csv', cells: [] });
  });
  for (const { record, info } of records) {
    total += 1;
    const result = readImportRow(record);
    if (!result.ok) errors.push({ line: info.lines, rule: result.rule, cells: record });
    // of two rows of one second the later one comes first: the file that this format was made for begins with the newest
    else rows.push({ ...NO_COLUMN, thread: null, ...result.row, place: -info.lines });
  }
  if (total === 0) throw new Invalid({ '': ['no_rows'] }, 'The file has no rows below its header.');
  return { rows, errors: errors.sort((a, b) => a.line - b.line), total };
}

function parseCsv(csv: string, onBadRecord: (line: number) => void) {
  try {
    return parse(csv, {
      bom: true,
      info: true,
      from: 2,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        onBadRecord(Number((error as { lines?: number } | undefined)?.lines ?? 0));
        return undefined;
      },
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch {
    throw new Invalid({ '': ['csv'] }, 'The body is not CSV.');
  }
}
