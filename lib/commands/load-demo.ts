import { v7 } from 'uuid';
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
  /** When agents began and ended their days. It stays in the audit log for ever, so only a demo has it. */
  presence: { personId: string; at: Date; isAvailable: boolean }[];
}

/**
 * Adds the example data and marks all of it, with what the demo's import made and the people of the given addresses.
 * Once: a second time changes nothing. People made here have no address and no password, so nobody signs in as them and
 * nothing is mailed to them; agents are not available, so no real work goes to them.
 *
 * @param accounts addresses of people who were made beforehand and belong to the demo.
 */
export function loadDemo(accounts: readonly string[], data: DemoData): Promise<void> {
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
    await insertPresence(tx, data.presence);
    await mark(tx, accounts);
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

async function insertPresence(tx: Tx, presence: DemoData['presence']): Promise<void> {
  const rows = presence.map(({ personId, at, isAvailable }) => ({
    id: v7({ msecs: at.getTime() }),
    actor_id: personId,
    data: { person_id: personId, is_available: isAvailable },
    at,
  }));
  await tx.query(
    `INSERT INTO event (id, type, actor_id, data, created_at, published_at)
     SELECT id, 'availability.changed', actor_id, data, at, at
     FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, actor_id uuid, data jsonb, at timestamptz)`,
    [JSON.stringify(rows)],
  );
}

/** What the demo's import made (it alone moves times), its customers, and the accounts. */
async function mark(tx: Tx, accounts: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE ticket SET is_demo = true WHERE id IN (
       SELECT t.ticket_id FROM import i JOIN import_ticket t ON t.import_id = i.id WHERE i.newest_at IS NOT NULL)`,
  );
  await tx.query(
    `UPDATE person SET is_demo = true WHERE email = ANY($1) OR id IN (
       SELECT p.person_id FROM import i JOIN import_person p ON p.import_id = i.id WHERE i.newest_at IS NOT NULL)`,
    [accounts],
  );
}
