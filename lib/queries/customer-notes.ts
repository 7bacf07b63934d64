import type { Sql } from '../db/transaction';
import { NotFound } from '../errors';
import type { CustomerNoteDto } from '../schemas/customer-note';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const NOTE = `json_build_object('id', n.id, 'body', n.body, 'author', json_build_object('id', n.author_id,
  'name', (SELECT name FROM person WHERE id = n.author_id)), 'created_at', ${iso('n.created_at')},
  'edited_at', ${iso('n.edited_at')})`;

/** The notes about a person as a JSON list, newest first, for a SELECT. For staff alone. */
export const notesAbout = (person: string): string =>
  `coalesce((SELECT json_agg(${NOTE} ORDER BY n.id DESC) FROM customer_note n WHERE n.person_id = ${person}), '[]')`;

/** One note. Throws NotFound. */
export async function loadNote(from: Sql, id: string): Promise<CustomerNoteDto> {
  const { rows } = await from.query<{ note: CustomerNoteDto }>(
    `SELECT ${NOTE} AS note FROM customer_note n WHERE n.id = $1`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0].note;
}
