import type { Tx } from '../../db/transaction';

/** Staged rows after `from` up to `to`, in the order of time and place. `newestAt`: the demo alone moves its times. */
export interface Slice {
  importId: string;
  from: readonly [Date | null, number | null];
  to: readonly [Date, number];
  newestAt: Date | null;
}

/**
 * Puts the slice's rows that nobody imported before into the temporary table `slice_row`, each with its customer as far
 * as he is known; answers how many.
 */
export async function takeSlice(tx: Tx, { importId, from, to, newestAt }: Slice): Promise<number> {
  await tx.query('CREATE TEMPORARY TABLE slice_row (LIKE import_row, customer_id uuid) ON COMMIT DROP');
  const { rowCount } = await tx.query(
    `INSERT INTO slice_row (row_key, import_id, place, external_id, email, name, thread, body, subject, topic, priority,
       language, sent_at, customer_id)
     SELECT DISTINCT ON (r.row_key) r.row_key, r.import_id, r.place, r.external_id, r.email, r.name, r.thread, r.body,
            r.subject, r.topic, r.priority, r.language, r.sent_at + moved.by, coalesce(px.id, pe.id)
     FROM import_row r
     CROSS JOIN (SELECT CASE WHEN $6::timestamptz IS NULL THEN interval '0'
       ELSE $6::timestamptz - (SELECT max(sent_at) FROM import_row WHERE import_id = $1) END AS by) moved
     LEFT JOIN person px ON px.external_id = r.external_id
     LEFT JOIN person pe ON pe.email = r.email
     WHERE r.import_id = $1 AND ($2::timestamptz IS NULL OR (r.sent_at, r.place) > ($2, $3::int))
       AND (r.sent_at, r.place) <= ($4::timestamptz, $5::int)
       AND NOT EXISTS (SELECT 1 FROM message m WHERE m.import_key = r.row_key)
     ORDER BY r.row_key, r.sent_at, r.place`,
    [importId, ...from, ...to, newestAt],
  );
  return rowCount ?? 0;
}

/** Makes the customers whom nobody knows yet; answers how many. Who is known by number or address is taken as he is. */
export async function addCustomers(tx: Tx, importId: string): Promise<number> {
  const { rowCount: strangers } = await tx.query('SELECT 1 FROM slice_row WHERE customer_id IS NULL LIMIT 1');
  if (!strangers) return 0;
  const { rowCount } = await tx.query(
    `WITH made AS (
       INSERT INTO person (id, name, role, external_id, email)
       SELECT make_uuid_v7(), coalesce(name, 'Customer ' || external_id, left(email, 120)), 'customer', external_id, email
       FROM (SELECT DISTINCT ON (coalesce(external_id, email)) external_id, email, name FROM slice_row
             WHERE customer_id IS NULL ORDER BY coalesce(external_id, email), name IS NULL, sent_at) f
       ON CONFLICT DO NOTHING RETURNING id
     )
     INSERT INTO import_person (person_id, import_id) SELECT id, $1 FROM made`,
    [importId],
  );
  await tx.query(
    `UPDATE slice_row r SET customer_id = coalesce(
       (SELECT id FROM person WHERE external_id = r.external_id), (SELECT id FROM person WHERE email = r.email))
     WHERE customer_id IS NULL`,
  );
  return rowCount ?? 0;
}
