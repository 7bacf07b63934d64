import type { Sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import type { Actor } from '../rules/permissions';
import type { AttachmentDto } from '../schemas/attachment';
import { accessTicket } from './access-ticket';

export interface StoredFile extends AttachmentDto {
  storage_key: string;
}
interface Row extends StoredFile {
  uploaded_by: string | null;
  ticket_id: string | null;
  is_internal: boolean | null;
}

/**
 * The one door from an id to a file: who may read its message may have it, and while it is in none, its uploader alone.
 *
 * @throws NotFound when it is absent, hidden or a note's, which look the same.
 */
export async function accessAttachment(sql: Sql, actor: Actor, id: string): Promise<StoredFile> {
  const { rows } = await sql.query<Row>(
    `SELECT a.id, a.name, a.media_type, a.size, a.storage_key, a.uploaded_by, m.ticket_id, m.is_internal
     FROM attachment a LEFT JOIN message m ON m.id = a.message_id WHERE a.id = $1 AND a.stored_at IS NOT NULL`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new NotFound();
  const { uploaded_by, ticket_id, is_internal, ...file } = row;
  if (ticket_id === null) {
    if (uploaded_by !== actor.id) throw new NotFound();
    return file;
  }
  try {
    await accessTicket(sql, actor, ticket_id, is_internal ? 'ticket.read_notes' : 'ticket.read');
  } catch (error) {
    throw error instanceof Forbidden ? new NotFound() : error;
  }
  return file;
}
