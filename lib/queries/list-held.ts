import { uploadsNamed } from '../db/sql/uploads-named';
import type { Sql } from '../db/transaction';
import { type HeldRow, presentHeld } from '../presenters/held';
import type { HeldMessageDto } from '../schemas/message';

/** Reads held messages `h`; `where` names conditions on `h`, `more` further columns, after a comma. */
export const heldRows = (where: string, more = ''): string => `
  SELECT h.*, p.name AS author_name, p.role AS author_role${more},
         (SELECT json_agg(json_build_object('id', n.id, 'name', n.name) ORDER BY n.name, n.id) FROM person n
          WHERE n.id IN (SELECT named.id::uuid FROM jsonb_array_elements_text(h.input -> 'mentions') AS named (id))) AS mentions,
         ${uploadsNamed(`ARRAY(SELECT jsonb_array_elements_text(h.input -> 'attachments')::uuid)`, 'h.author_id')} AS files
  FROM held_message h JOIN person p ON p.id = h.author_id WHERE ${where}`;

/** What waits to leave a ticket, or was stopped; in order of time. */
export async function readHeld(from: Sql, ticketId: string): Promise<HeldMessageDto[]> {
  const { rows } = await from.query<HeldRow>(
    `${heldRows(`h.ticket_id = $1 AND h.state IN ('held', 'stopped')`)} ORDER BY h.created_at, h.id LIMIT 100`,
    [ticketId],
  );
  return rows.map(presentHeld);
}
