import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { recordEvent } from '../events/record';
import type { ImportReportDto } from '../schemas/import';
import { emptyImport } from './steps/empty-import';
import { importSlice } from './steps/import-slice';

/** Rows of one transaction. */
const SLICE = 2_000;
/** Unpublished events beyond which an import waits: live screens come before history. */
const BACKLOG = 2_000;
/** A relay that publishes nothing for so long is away, and nobody is kept waiting by us. */
const PATIENCE_MS = 2_000;

/** What is counted beside the contract's report. */
type Report = ImportReportDto & {
  bad?: number;
  customers?: number;
  joined?: number;
  repeated?: number;
};

/**
 * Turns staged rows into conversations, oldest first, a slice a transaction; the place it has come to is written with
 * the slice, so that a killed run goes on where it was and running it twice is the same as once. A conversation is the
 * messages of one customer with gaps under 24 hours, or those of one thread where the file names threads; rows that
 * were imported before add nothing, and rows that belong to an imported conversation join it. Nobody is mailed;
 * routing keeps its hands off unless the import asked for it.
 */
export async function runImport(importId: string): Promise<ImportReportDto> {
  while (await inTransaction((tx) => runSlice(tx, importId))) await waitForRelay();
  const { rows } = await sql.query<{ state: string; report: Report | null }>(
    'SELECT state, report FROM import WHERE id = $1',
    [importId],
  );
  if (rows[0]?.state === 'done') await emptyImport(importId, ['import_row', 'import_chunk']);
  const { imported = 0, skipped = 0, conversations = 0, errors = [], rows: all = 0 } = rows[0]?.report ?? {};
  return { rows: all, imported, skipped, conversations, errors };
}

interface Job {
  state: string;
  route: boolean;
  newest_at: Date | null;
  report: Report;
  at_time: Date | null;
  at_place: number | null;
  created_by: string | null;
}

/** Imports the next rows; false when there are none, or it is not to be run. */
async function runSlice(tx: Tx, importId: string): Promise<boolean> {
  const { rows } = await tx.query<Job>(
    'SELECT state, route, newest_at, report, at_time, at_place, created_by FROM import WHERE id = $1 FOR UPDATE',
    [importId],
  );
  const job = rows[0];
  if (job?.state !== 'staged') return false;
  const end = await sliceEnd(tx, importId, job);
  if (!end) {
    await finish(tx, importId, job);
    return false;
  }
  const added = await importSlice(
    tx,
    {
      importId,
      from: [job.at_time, job.at_place],
      rows: end.rows,
      newestAt: job.newest_at,
    },
    job.route,
  );
  const { report } = job;
  const imported = report.imported + added.imported;
  const next: Report = {
    ...report,
    imported,
    skipped: report.rows - imported,
    conversations: report.conversations + added.conversations,
    customers: (report.customers ?? 0) + added.customers,
    joined: (report.joined ?? 0) + added.joined,
    repeated: (report.repeated ?? 0) + end.rows - added.imported,
  };
  await tx.query(
    `UPDATE import SET at_time = $2, at_place = $3, progress = progress + $4, report = $5, updated_at = now() WHERE id = $1`,
    [importId, end.sent_at, end.place, end.rows, JSON.stringify(next)],
  );
  const { conversations, signedIn } = added;
  if (added.imported > 0)
    await recordEvent(tx, 'import.advanced', {
      import_id: importId,
      conversations,
      customer_ids: signedIn,
    });
  return true;
}

/** The last row of the next slice, in the order of time, and how many it has. */
async function sliceEnd(tx: Tx, importId: string, { at_time, at_place }: Job) {
  const { rows } = await tx.query<{ sent_at: Date; place: number; rows: number }>(
    `SELECT sent_at, place, count(*) OVER () AS rows FROM (
       SELECT sent_at, place FROM import_row
       WHERE import_id = $1 AND ($2::timestamptz IS NULL OR (sent_at, place) > ($2, $3::int))
       ORDER BY sent_at, place LIMIT ${SLICE}
     ) s ORDER BY sent_at DESC, place DESC LIMIT 1`,
    [importId, at_time, at_place],
  );
  return rows[0];
}

async function finish(tx: Tx, importId: string, { report, created_by }: Job): Promise<void> {
  const done = { ...report, skipped: report.rows - report.imported };
  await tx.query(
    `UPDATE import SET state = 'done', report = $2, finished_at = now(), updated_at = now() WHERE id = $1`,
    [importId, JSON.stringify(done)],
  );
  const { imported, conversations } = done;
  await recordEvent(tx, 'import.finished', { import_id: importId, imported, conversations }, created_by);
}

/** Lets the relay catch up, so that what people do now is not told after what an import adds. */
async function waitForRelay(): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const { rows } = await sql.query<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM event WHERE published_at IS NULL LIMIT ${BACKLOG * 4}) e`,
    );
    const n = rows[0]!.n;
    if (n <= BACKLOG) return;
    if (n < least) until = Date.now() + PATIENCE_MS;
    least = Math.min(least, n);
    await sleep(50);
  }
}
