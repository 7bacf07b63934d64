import { inTransaction, type Tx } from '../db/transaction';
import { DEMO_KEY } from './steps/demo-key';
import { type PastTicket, writeHistory } from './steps/write-history';

/** Example data beside what an import brought: who takes part, what they ask about, and what happened. */
export interface DemoData {
  people: {
    id: string;
    name: string;
    role: 'customer' | 'agent';
    languages: readonly string[];
    locale: string;
  }[];
  topics: { id: string; key: string; names: Record<string, string> }[];
  tickets: PastTicket[];
}

/**
 * Adds the example data and marks all of it, with what the given import made and the people of the given addresses.
 * Once: a second time changes nothing. People made here have no address and no password, so nobody signs in as them and
 * nothing is mailed to them; agents are not available, so no real work goes to them.
 *
 * @param accounts addresses of people who were made beforehand and belong to the demo.
 */
export function loadDemo(importId: string, accounts: readonly string[], data: DemoData): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('demo'))");
    const { rowCount } = await tx.query(
      `SELECT 1 FROM setting WHERE key = $1 AND value ->> 'state' = 'loaded'`,
      [DEMO_KEY],
    );
    if (rowCount !== 0) return;
    await insertPeople(tx, data.people);
    await insertTopics(tx, data.topics);
    await writeHistory(tx, data.tickets);
    await mark(tx, importId, accounts);
    await tx.query(
      `INSERT INTO setting (key, value, updated_at) VALUES ($1, '{"state": "loaded", "kept": 0}', now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [DEMO_KEY],
    );
    // the planner has seen an empty house so far
    for (const table of ['person', 'ticket', 'message', 'event']) await tx.query(`ANALYZE ${table}`);
  });
}

async function insertPeople(tx: Tx, people: DemoData['people']): Promise<void> {
  await tx.query(
    `INSERT INTO person (id, name, role, languages, locale, is_demo)
     SELECT id, name, role, languages, locale, true FROM jsonb_to_recordset($1::jsonb)
       AS p (id uuid, name text, role text, languages text[], locale text)`,
    [JSON.stringify(people)],
  );
}

async function insertTopics(tx: Tx, topics: DemoData['topics']): Promise<void> {
  await tx.query(
    `INSERT INTO topic (id, key, names, position, is_demo)
     SELECT id, key, names, 100, true FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, key text, names jsonb)
     ON CONFLICT (key) DO NOTHING`,
    [JSON.stringify(topics)],
  );
}

/** What the import made, its customers, and the accounts. */
async function mark(tx: Tx, importId: string, accounts: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE ticket SET is_demo = true WHERE id IN (
       SELECT m.ticket_id FROM import_row r JOIN message m ON m.import_key = r.row_key WHERE r.import_id = $1)`,
    [importId],
  );
  await tx.query(
    `UPDATE person p SET is_demo = true WHERE p.email = ANY($1) OR (p.role = 'customer'
       AND EXISTS (SELECT 1 FROM ticket t WHERE t.customer_id = p.id AND t.is_demo)
       AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.customer_id = p.id AND NOT t.is_demo))`,
    [accounts],
  );
}
