import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { BulkDto } from '../schemas/bulk';

interface Row {
  ticket_id: string;
  number: number | null;
  code: string | null;
  changed: boolean;
}

/** What became of an act on many tickets. A number is told only of a ticket that was not hidden from the person. */
export async function bulkResult(actor: Actor, bulkId: string): Promise<Omit<BulkDto, 'warnings'>> {
  const { rows } = await sql.query<Row>(
    `SELECT c.ticket_id, t.number, c.code, c.before <> '{}' AS changed
     FROM bulk_act b JOIN bulk_change c ON c.bulk_id = b.id
       LEFT JOIN ticket t ON t.id = c.ticket_id AND c.code IS DISTINCT FROM 'not_found'
     WHERE b.id = $1 AND b.person_id = $2 ORDER BY t.number`,
    [bulkId, actor.id],
  );
  return {
    updated: rows.filter(({ code }) => code === null).length,
    failed: rows.flatMap(({ ticket_id, number, code }) =>
      code === null ? [] : [{ id: ticket_id, number, code }],
    ),
    undo: rows.some(({ changed }) => changed) ? bulkId : null,
  };
}
