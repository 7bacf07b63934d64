import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction, sql, type Tx } from '../db/transaction';
import { recordEvent } from '../events/record';
import { deactivate } from './steps/deactivate';
import { DEMO_KEY } from './steps/demo-key';

/** Tickets of one transaction: short enough that nobody waits for it. */
const BATCH = 200;

/** A demo ticket on which somebody real has worked, which somebody real asked, or which another ticket goes on from. */
const IS_TOUCHED = `(
  EXISTS (SELECT 1 FROM event e JOIN person p ON p.id = e.actor_id WHERE e.ticket_id = t.id AND NOT p.is_demo)
  OR EXISTS (SELECT 1 FROM ticket f WHERE f.follow_up_of = t.id AND NOT f.is_demo)
  OR EXISTS (SELECT 1 FROM person c WHERE c.id = t.customer_id AND NOT c.is_demo))`;

/**
 * Takes the example data out again, in batches; interrupted, the next run goes on. What somebody real has worked on
 * stays and becomes ordinary. Demo people to whom nothing refers any more are deleted; the others are shut out.
 */
export async function removeDemo(): Promise<void> {
  const { rows } = await sql.query<{ state: string; by: string }>(
    `SELECT value ->> 'state' AS state, (SELECT actor_id FROM event WHERE ticket_id IS NULL
       AND type = 'demo.removal_requested' ORDER BY created_at DESC LIMIT 1) AS by FROM setting WHERE key = $1`,
    [DEMO_KEY],
  );
  if (rows[0]?.state !== 'removing') return;
  let tickets = 0;
  // a follow-up goes a round before what it follows up, so the end is a round that finds none
  for (;;) {
    const { found, removed } = await removeTickets();
    if (found === 0) break;
    tickets += removed;
  }
  const by = rows[0].by;
  await inTransaction(async (tx) => {
    const kept = await keepTouched(tx);
    const people = await removePeople(tx, by);
    await removeTopics(tx);
    // what stays was made by an import that is told no more; the next example data begins afresh
    await tx.query('DELETE FROM import WHERE newest_at IS NOT NULL');
    await tx.query(
      `UPDATE setting SET value = jsonb_build_object('state', 'none', 'kept', $2::int), updated_at = now() WHERE key = $1`,
      [DEMO_KEY, kept],
    );
    await recordEvent(tx, 'demo.removed', { tickets, people, kept }, by);
  });
}

async function removeTickets(): Promise<{ found: number; removed: number }> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `SELECT id FROM ticket t WHERE is_demo AND NOT ${IS_TOUCHED}
         AND NOT EXISTS (SELECT 1 FROM ticket f WHERE f.follow_up_of = t.id)
       ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    // asked again under the lock: who has just now worked on one is seen
    const { rowCount } = await tx.query(
      `DELETE FROM ticket t WHERE id = ANY($1::uuid[]) AND NOT ${IS_TOUCHED}`,
      [rows.map(({ id }) => id)],
    );
    return { found: rows.length, removed: rowCount ?? 0 };
  });
}

/** What stays is nobody's example any more; with it stay the people it speaks of. */
async function keepTouched(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query('UPDATE ticket SET is_demo = false WHERE is_demo');
  return rowCount ?? 0;
}

/** Deleting a person asks every table about him; this many at a time stay well below the time of one statement. */
const PEOPLE = 20;

async function removePeople(tx: Tx, by: string): Promise<number> {
  // whoever asked is at work here, example or not
  const { rows } = await tx.query<PersonRow & { is_unused: boolean }>(
    `SELECT ${personColumns}, NOT EXISTS (SELECT 1 FROM ticket t WHERE t.customer_id = person.id OR t.assignee_id = person.id)
       AND NOT EXISTS (SELECT 1 FROM message m WHERE m.author_id = person.id)
       AND NOT EXISTS (SELECT 1 FROM person m WHERE m.merged_into = person.id AND NOT m.is_demo)
       AND NOT EXISTS (SELECT 1 FROM event e WHERE e.ticket_id IS NULL AND e.actor_id = person.id) AS is_unused
     FROM person WHERE is_demo AND id <> $1 AND disabled_at IS NULL FOR UPDATE`,
    [by],
  );
  const unused = rows.filter((row) => row.is_unused).map(({ id }) => id);
  for (let at = 0; at < unused.length; at += PEOPLE)
    await tx.query('DELETE FROM person WHERE id = ANY($1)', [unused.slice(at, at + PEOPLE)]);
  const staff = rows.filter((row) => !row.is_unused && row.role !== 'customer');
  for (const person of staff) {
    const handed_over = await deactivate(tx, person, by);
    const changes: Record<string, [unknown, unknown]> = { is_active: [true, false] };
    const data = { person_id: person.id, fields: ['is_active'], evict: true, changes, handed_over };
    await recordEvent(tx, 'person.changed', data, by);
  }
  await tx.query('UPDATE person SET is_demo = false WHERE is_demo AND disabled_at IS NULL');
  return unused.length + staff.length;
}

async function removeTopics(tx: Tx): Promise<void> {
  await tx.query(
    `DELETE FROM topic o WHERE is_demo AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.topic = o.key)
       AND NOT EXISTS (SELECT 1 FROM canned_reply r WHERE r.topic = o.key)`,
  );
  await tx.query('UPDATE topic SET is_demo = false WHERE is_demo');
}
