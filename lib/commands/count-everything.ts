import { inTransaction, sql } from '../db/transaction';
import { listUncounted } from '../queries/reports/list-uncounted';
import { reportCalendar } from '../queries/reports/report-calendar';
import { countDays } from './steps/count-days';
import { countFacts, lockReports } from './steps/count-facts';
import { countMonth } from './steps/count-month';

/** Tickets whose facts are worked out in one transaction, and days that are summed in one. */
const TICKETS = 1_000;
const DAYS = 30;

/**
 * Counts every ticket that is not counted, or was counted with other business hours, then every day that is dirty
 * and every past month without sums. Killed, it goes on where it was; two at once share the work. When it is through, the hours that reports are
 * counted with are the workspace's own.
 *
 * @param anew forgets everything first and counts the whole log again. The numbers come out the same.
 * @returns how many tickets were counted.
 */
export async function countEverything({ anew = false } = {}): Promise<number> {
  if (anew) await forgetEverything();
  const { key, calendar } = await reportCalendar(sql);
  let counted = 0;
  for (let after: string | null = null; ; ) {
    const ids = await listUncounted(key, after, TICKETS);
    if (ids.length === 0) break;
    await inTransaction(async (tx) => {
      await lockReports(tx);
      await countFacts(tx, ids, await reportCalendar(tx));
    });
    counted += ids.length;
    after = ids.at(-1)!;
  }
  for (let more = true; more; ) {
    more = await inTransaction(async (tx) => {
      await lockReports(tx);
      return (await countDays(tx, DAYS)) === DAYS;
    });
  }
  for (let more = true; more; ) {
    more = await inTransaction(async (tx) => {
      await lockReports(tx);
      return countMonth(tx, calendar.dayOf(Date.now()));
    });
  }
  await sql.query(
    `INSERT INTO setting (key, value) VALUES ('report_hours', to_jsonb($1::text))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value`,
    [key],
  );
  return counted;
}

function forgetEverything(): Promise<void> {
  return inTransaction(async (tx) => {
    await lockReports(tx);
    await tx.query('TRUNCATE ticket_fact, ticket_hold, report_day, report_month, report_dirty');
  });
}
