import type { Sql } from '../db/transaction';
import { NotFound } from '../errors';
import type { VisitorRow } from '../presenters/visitor';
import type { Visit } from '../rules/permissions';

/** A visitor as he is now; `lock` holds him until the transaction ends. @throws NotFound when he was forgotten. */
export async function visitorRow(from: Sql, id: string, lock = false): Promise<VisitorRow> {
  const { rows } = await from.query<VisitorRow>(
    `SELECT v.id, v.widget_id, v.person_id, coalesce(p.merged_into, p.id) AS customer_id, v.nonce, v.name, v.email,
       v.email_confirmed, v.identity_id, v.joined_at, v.locale
     FROM visitor v LEFT JOIN person p ON p.id = v.person_id WHERE v.id = $1 ${lock ? 'FOR UPDATE OF v' : ''}`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Whom a visitor acts as, before anything of his is read. */
export const visitOf = (row: VisitorRow): { id: string; visitor: Visit } => ({
  id: row.customer_id ?? row.id,
  visitor: {
    id: row.id,
    widgetId: row.widget_id,
    begunBy: row.person_id ?? row.id,
    hasJoined: row.joined_at !== null,
  },
});
