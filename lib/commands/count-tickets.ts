import { inTransaction, sql } from '../db/transaction';
import { listUncountedSince } from '../queries/reports/list-uncounted';
import { reportCalendar } from '../queries/reports/report-calendar';
import { countDays } from './steps/count-days';
import { countFacts, lockReports } from './steps/count-facts';

const DAYS = 30;

/**
 * Brings reports up to date with the logs of these tickets: their facts, then the sums of the days they touch. Each
 * step is a transaction of its own; killed in between, the marks of the days stay and the next count takes them.
 */
export async function countTickets(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await inTransaction(async (tx) => {
    await lockReports(tx);
    await countFacts(tx, ids, await reportCalendar(tx));
  });
  for (let more = true; more; ) {
    more = await inTransaction(async (tx) => {
      await lockReports(tx);
      return (await countDays(tx, DAYS)) === DAYS;
    });
  }
}

const RECENT_MS = 60_000;
const AT_MOST = 200;

/**
 * Counts what happened just now and the worker has not come to yet, so that whoever asks sees his own deeds. Reads no
 * more than the last minute's events.
 */
export async function countRecent(): Promise<void> {
  const { key } = await reportCalendar(sql);
  await countTickets(await listUncountedSince(sql, key, new Date(Date.now() - RECENT_MS), AT_MOST));
}
