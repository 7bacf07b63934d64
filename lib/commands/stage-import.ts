import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { newId } from '../clock';
import type { Tx } from '../db/transaction';
import { Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { type ImportRow, readImportRow } from '../rules/import-row';
import type { Actor } from '../rules/permissions';
import type { ImportReportDto } from '../schemas/import';
import { type Attempt, once } from './steps/once';

/** Rows per INSERT. */
const BATCH = 1_000;
/** Errors that a report lists; the rest is counted as skipped all the same. */
const MOST_ERRORS = 1_000;

interface StagedRow extends ImportRow {
  line: number;
}

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
  return once(actor, attempt, async (tx) => {
    const id = newId();
    const report: ImportReportDto = { rows: total, imported: 0, skipped: 0, conversations: 0, errors };
    await tx.query(
      'INSERT INTO import (id, created_by, route, report, newest_at) VALUES ($1, $2, $3, $4, $5)',
      [id, actor.id, route, JSON.stringify(report), newestAt],
    );
    for (let at = 0; at < rows.length; at += BATCH) await stageRows(tx, id, rows.slice(at, at + BATCH));
    await recordEvent(tx, 'import.requested', { import_id: id }, actor.id);
    return { id };
  });
}

function readFile(csv: string): { rows: StagedRow[]; errors: ImportReportDto['errors']; total: number } {
  const rows: StagedRow[] = [];
  const errors: ImportReportDto['errors'] = [];
  const fail = (line: number, rule: string) =>
    void (errors.length < MOST_ERRORS && errors.push({ line, rule }));
  let total = 0;
  const records = parseCsv(csv, (line) => {
    total += 1;
    fail(line, 'csv');
  });
  for (const { record, info } of records) {
    total += 1;
    const result = readImportRow(record);
    if (result.ok) rows.push({ ...result.row, line: info.lines });
    else fail(info.lines, result.rule);
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

async function stageRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  const values = rows.map((row) => ({
    line: row.line,
    external_id: row.externalId,
    sent_at: row.sentAt.toISOString(),
    body: row.body,
    row_key: rowKey(row),
  }));
  await tx.query(
    `INSERT INTO import_row (import_id, line, external_id, sent_at, body, row_key)
     SELECT $1, line, external_id, sent_at, body, row_key
     FROM jsonb_to_recordset($2::jsonb) AS r (line int, external_id text, sent_at timestamptz, body text, row_key text)`,
    [importId, JSON.stringify(values)],
  );
}

/** What makes a row the same row in a second run: customer, time, text (product 2.25). */
const rowKey = (row: ImportRow): string =>
  createHash('sha256')
    .update(`${row.externalId}\n${row.sentAt.toISOString()}\n${row.body}`)
    .digest('base64url');
