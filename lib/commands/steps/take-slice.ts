import { organisationAt } from '../../db/sql/organisation-of';
import type { Tx } from '../../db/transaction';

/** So many staged rows after `from`, in the order of time and place. `newestAt`: the demo alone moves its times. */
export interface Slice {
  importId: string;
  from: readonly [Date | null, number | null];
  rows: number;
  newestAt: Date | null;
}

/**
 * Puts the slice's rows that nobody imported before into the temporary table `slice_row`, each with its customer as far
 * as he is known; answers how many. Large tables are asked row by row, by their unique indexes: for a join PostgreSQL
 * may read all of them, slice by slice, and an import would be the slower the further it is.
 */
export async function takeSlice(tx: Tx, { importId, from, rows, newestAt }: Slice): Promise<number> {
  await tx.query('CREATE TEMPORARY TABLE slice_row (LIKE import_row, customer_id uuid) ON COMMIT DROP');
  const { rowCount } = await tx.query(
    `INSERT INTO slice_row (row_key, import_id, place, external_id, email, name, thread, body, subject, topic, priority,
       language, sent_at, customer_id)
     SELECT DISTINCT ON (r.row_key) r.row_key, r.import_id, r.place, r.external_id, r.email, r.name, r.thread, r.body,
            r.subject, r.topic, r.priority, r.language, r.sent_at + moved.by, ${CUSTOMER}
     FROM (SELECT * FROM import_row
           WHERE import_id = $1 AND ($2::timestamptz IS NULL OR (sent_at, place) > ($2, $3::int))
           ORDER BY sent_at, place LIMIT $4) r
     CROSS JOIN (SELECT CASE WHEN $5::timestamptz IS NULL THEN interval '0'
       ELSE $5::timestamptz - (SELECT max(sent_at) FROM import_row WHERE import_id = $1) END AS by) moved
     WHERE (SELECT m.id FROM message m WHERE m.import_key = r.row_key) IS NULL
     ORDER BY r.row_key, r.sent_at, r.place`,
    [importId, ...from, rows, newestAt],
  );
  return rowCount ?? 0;
}

/** The customer of row `r`: by the file's id for him, else by address. */
const CUSTOMER = `coalesce((SELECT coalesce(merged_into, id) FROM person WHERE external_id = r.external_id),
  (SELECT coalesce(merged_into, id) FROM person WHERE email = r.email))`;

/** Makes the customers whom nobody knows yet; answers how many. Who is known by number or address is taken as he is. */
export async function addCustomers(tx: Tx, importId: string): Promise<number> {
  const { rowCount: strangers } = await tx.query('SELECT 1 FROM slice_row WHERE customer_id IS NULL LIMIT 1');
  if (!strangers) return 0;
  const { rowCount } = await tx.query(
    `WITH made AS (
       INSERT INTO person (id, name, role, external_id, email, organisation_id)
       SELECT make_uuid_v7(), coalesce(name, 'Customer ' || external_id, left(email, 120)), 'customer', external_id, email,
         ${organisationAt('email')}
       FROM (SELECT DISTINCT ON (coalesce(external_id, email)) external_id, email, name FROM slice_row
             WHERE customer_id IS NULL ORDER BY coalesce(external_id, email), name IS NULL, sent_at) f
       ON CONFLICT DO NOTHING RETURNING id
     )
     INSERT INTO import_person (person_id, import_id) SELECT id, $1 FROM made`,
    [importId],
  );
  await tx.query(`UPDATE slice_row r SET customer_id = ${CUSTOMER} WHERE customer_id IS NULL`);
  return rowCount ?? 0;
}
