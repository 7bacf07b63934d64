import { createHash } from 'node:crypto';
import { inTransaction, sql } from '../db/transaction';
import { getSettings } from '../queries/get-settings';
import { importUnderWay } from '../queries/import-under-way';
import { dueForWeighing, type TicketToWeigh, type Weighed } from '../queries/tickets-to-weigh';
import { type Urgency, urgencyOf } from '../rules/urgency';
import type { UrgencyRules } from '../schemas/urgency';

const BATCH = 200;
/** Tickets that are made due in one statement when the rules are others. */
const RENEWED = 5_000;
/** Other chores wait meanwhile; what is left then is the next run's. */
const RUN_MS = 20_000;

/**
 * Works out the urgency of all tickets that are due: new and changed ones, those that time makes more urgent, and all
 * that wait when the rules are others than last time. Takes no lock for longer than a statement: a ticket that changed
 * in between, or that somebody works on, is due still.
 *
 * @param onWeighed is told which tickets came out differently, batch by batch.
 */
export async function weighTickets(onWeighed: (tickets: Weighed[]) => void = () => {}): Promise<void> {
  const started = Date.now();
  const { urgency: rules, queue_minutes } = await getSettings();
  await renewAll({ rules, queue_minutes });
  while (Date.now() - started < RUN_MS) {
    const imported = !(await importUnderWay());
    const tickets = await dueForWeighing(BATCH, { imported });
    const { written, changed } = await write(tickets, rules);
    if (changed.length > 0) onWeighed(changed);
    if (tickets.length < BATCH || written === 0) return;
  }
}

async function write(tickets: readonly TicketToWeigh[], rules: UrgencyRules) {
  const weighed = tickets.map((ticket) => ({ ticket, urgency: urgencyOf(ticket.facts, rules, ticket.now) }));
  const values = weighed.map(({ ticket: { id, due }, urgency: { level, reasons, next } }) => ({
    ...{ id, due, level, reasons, next },
  }));
  // sorted and skipping: it waits for nobody, and nobody for it in a circle
  const { rows } = await inTransaction((tx) =>
    tx.query<{ id: string }>(
      `WITH n AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, due timestamptz, level int, reasons jsonb, next timestamptz)
       ), free AS (
         SELECT t.id FROM ticket t JOIN n ON n.id = t.id AND n.due = t.urgency_due
         ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED
       )
       UPDATE ticket t SET urgency = n.level, urgency_reasons = n.reasons, urgency_due = n.next
       FROM n JOIN free USING (id) WHERE t.id = n.id RETURNING t.id`,
      [JSON.stringify(values)],
    ),
  );
  const done = new Set(rows.map(({ id }) => id));
  const changed = weighed.filter(({ ticket, urgency }) => done.has(ticket.id) && isNews(ticket, urgency));
  return { written: done.size, changed: changed.map(({ ticket }) => ticket) };
}

const isNews = (before: TicketToWeigh, { level, reasons }: Urgency): boolean =>
  level !== before.urgency ||
  // how PostgreSQL gives an object back, its keys are in another order
  JSON.stringify(reasons.map(sorted)) !== JSON.stringify(before.urgency_reasons.map(sorted));
const sorted = (reason: object) => Object.entries(reason).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Makes every waiting ticket due when these are not the rules of last time, or a head start in the queue is worth
 * something else: that is worked out whenever a ticket is weighed. They are noted when that is done, so that
 * whatever dies in between, it is done again.
 */
async function renewAll(weights: object): Promise<void> {
  const key = createHash('sha256').update(JSON.stringify(weights)).digest('base64url');
  const { rows } = await sql.query<{ value: string }>(
    `SELECT value #>> '{}' AS value FROM setting WHERE key = 'urgency_weighed_by'`,
  );
  if (rows[0]?.value === key) return;
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null; ) {
    after = await renewSome(after);
  }
  await sql.query(
    `INSERT INTO setting (key, value) VALUES ('urgency_weighed_by', to_jsonb($1::text))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [key],
  );
}

/** @returns the last id, null when there are no more. */
async function renewSome(after: string): Promise<string | null> {
  const { rows } = await inTransaction((tx) =>
    tx.query<{ last: string | null }>(
      `WITH batch AS (
         SELECT id FROM ticket WHERE id > $1 AND waiting_since IS NOT NULL ORDER BY id LIMIT ${RENEWED} FOR NO KEY UPDATE
       ), renewed AS (
         UPDATE ticket t SET urgency_due = now() FROM batch WHERE t.id = batch.id
       )
       SELECT max(id::text) AS last FROM batch`,
      [after],
    ),
  );
  return rows[0]?.last ?? null;
}
