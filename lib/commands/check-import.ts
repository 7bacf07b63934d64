import { inTransaction, sql, type Tx } from '../db/transaction';
import { columnsOf } from '../files/describe-file';
import { readMappedRow } from '../files/mapped-row';
import { type CsvRecord, readRecords } from '../files/read-csv';
import { log } from '../log';
import { importPart, importParts } from '../queries/import-parts';
import type { ImportOptions } from '../schemas/import';
import { emptyImport } from './steps/empty-import';
import { type BadRow, STAGING_BATCH, type StagedRow, stageErrors, stageRows } from './steps/stage-rows';

/** Runs of one check, each ended by an error or by the end of its worker, until it is given up. */
const MOST_TRIES = 5;

/** The run of a check: `attempt` is its fence, what it counts ends up in the report. */
interface Check {
  id: string;
  attempt: number;
  tries: number;
  options: ImportOptions;
  header: string[];
  rows: number;
  bad: number;
  bytes: number;
  /** Where rows of one second stand in the file: 1 oldest first, -1 newest first; seen from the first good rows. */
  direction: 1 | -1 | null;
}

/**
 * Reads every row of an uploaded file, stages the good ones and keeps the bad ones with what is wrong with them. A
 * batch is one transaction; killed, it is begun anew by whoever comes next, and the former runner, should it still
 * live, finds that it was replaced and stops. One that never comes to its end is given up: `failed`, with a reason.
 */
export async function checkImport(importId: string): Promise<void> {
  const check = await begin(importId);
  if (!check) return;
  try {
    await readAll(check);
  } catch (error) {
    if (check.tries < MOST_TRIES || !(await giveUp(check))) throw error;
    log.warn({ err: error, import: importId }, 'check of an import given up');
  }
}

async function readAll(check: Check): Promise<void> {
  await emptyImport(check.id, ['import_row', 'import_error']);
  let first = check.options.has_header;
  // a batch is read while the one before is being written
  let writing = Promise.resolve(true);
  for await (const records of readRecords(counted(check), check.options, STAGING_BATCH)) {
    const batch = readBatch(check, first ? records.slice(1) : records);
    first = false;
    if (!(await writing)) return;
    writing = keep(check, batch);
    // told where it is waited for, a moment later
    writing.catch(() => {});
  }
  if (!(await writing)) return;
  await inTransaction((tx) => finish(tx, check));
}

async function begin(importId: string): Promise<Check | null> {
  const { rows } = await sql.query<{ attempt: number; tries: number; options: ImportOptions }>(
    `UPDATE import SET attempt = attempt + 1, tries = tries + 1, progress = 0, total = size, updated_at = now()
     WHERE id = $1 AND state = 'checking' RETURNING attempt, tries, options`,
    [importId],
  );
  if (!rows[0]) return null;
  const { attempt, tries, options } = rows[0];
  const run = { id: importId, attempt, tries };
  // all former ones took their worker along
  if (tries > MOST_TRIES && (await giveUp(run))) return null;
  const head = await importPart(importId);
  if (!head) return null;
  return { ...run, options, header: columnsOf(head, options), rows: 0, bad: 0, bytes: 0, direction: null };
}

/** Ends a check that does not come to its end; false when this run was replaced. The file stays, to be read otherwise. */
async function giveUp({ id, attempt }: Pick<Check, 'id' | 'attempt'>): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE import SET state = 'failed', failure = 'check_failed', progress = 0, updated_at = now()
     WHERE id = $1 AND attempt = $2 AND state = 'checking'`,
    [id, attempt],
  );
  return rowCount === 1;
}

async function* counted(check: Check): AsyncGenerator<Uint8Array> {
  for await (const part of importParts(check.id)) {
    yield part;
    check.bytes += part.byteLength;
  }
}

interface Batch {
  good: StagedRow[];
  bad: BadRow[];
}

function readBatch(check: Check, records: readonly CsvRecord[]): Batch {
  const good: StagedRow[] = [];
  const bad: BadRow[] = [];
  const now = Date.now();
  for (const record of records) {
    const result = readMappedRow(record, check.options, check.header, now);
    if (result.ok) good.push({ ...result.row, place: record.line });
    else bad.push({ line: record.line, rule: result.rule, cells: record.cells });
  }
  check.direction ??= directionOf(good);
  if (check.direction === -1) for (const row of good) row.place = -row.place;
  check.rows += records.length;
  check.bad += bad.length;
  return { good, bad };
}

/** Stages one batch; false when this run was replaced or called off. */
function keep(check: Check, { good, bad }: Batch): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await isMine(tx, check))) return false;
    await stageRows(tx, check.id, good);
    await stageErrors(tx, check.id, bad);
    return true;
  });
}

function directionOf(rows: readonly StagedRow[]): 1 | -1 | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last) return null;
  return first.sentAt > last.sentAt ? -1 : 1;
}

async function isMine(tx: Tx, { id, attempt, bytes }: Check): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE import SET progress = $3, updated_at = now() WHERE id = $1 AND attempt = $2 AND state = 'checking'`,
    [id, attempt, bytes],
  );
  return rowCount === 1;
}

/** Staff's addresses are nobody's customers; then the report, and the next step when it was asked for. */
async function finish(tx: Tx, check: Check): Promise<void> {
  if (!(await isMine(tx, check))) return;
  const { rowCount } = await tx.query(
    `WITH staff AS (
       DELETE FROM import_row r WHERE r.import_id = $1 AND (
         r.email IN (SELECT email FROM person WHERE role <> 'customer' AND email IS NOT NULL) OR
         r.external_id IN (SELECT external_id FROM person WHERE role <> 'customer' AND external_id IS NOT NULL))
       RETURNING r.place, r.external_id, r.email, r.sent_at, r.body
     )
     INSERT INTO import_error (import_id, line, rule, cells)
     SELECT $1, abs(place), 'not_a_customer', ARRAY[coalesce(email, external_id), sent_at::text, body] FROM staff`,
    [check.id],
  );
  const bad = check.bad + (rowCount ?? 0);
  const report = { rows: check.rows, bad, imported: 0, skipped: bad, conversations: 0, errors: [] };
  await tx.query(
    `UPDATE import SET report = $2, progress = 0, total = $3, state = CASE WHEN goes_on AND $3::bigint > 0 THEN 'staged' ELSE 'checked' END,
       at_time = NULL, at_place = NULL, updated_at = now() WHERE id = $1`,
    [check.id, JSON.stringify(report), check.rows - bad],
  );
}
