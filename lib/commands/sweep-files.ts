import { sql } from '../db/transaction';
import { fileStore } from '../files/store';

/** A draft holds it, or a message that has not left. */
const WAITED_FOR = `(
  EXISTS (SELECT 1 FROM message_draft d
          WHERE d.person_id = attachment.uploaded_by AND d.ended IS NULL AND attachment.id = ANY(d.attachments))
  OR EXISTS (SELECT 1 FROM held_message h
             WHERE h.author_id = attachment.uploaded_by AND h.state IN ('held', 'stopped')
               AND h.input -> 'attachments' ? attachment.id::text))`;

/** Files of one pass; the next one takes the rest. */
const BATCH = 500;

/**
 * Uploads that nobody posted or keeps in a draft within a day go, and what was dropped with its message, its ticket or its person leaves
 * the store: an hour later, so that a backup under way still finds every file of which it has the row. Doing it twice
 * is the same as once; a store that does not answer is asked again at the next pass.
 */
export async function sweepFiles(): Promise<void> {
  await sql.query(
    `DELETE FROM attachment WHERE id IN (SELECT id FROM attachment
       WHERE message_id IS NULL AND created_at < now() - interval '24 hours' AND NOT ${WAITED_FOR} LIMIT ${BATCH})`,
  );
  const { rows } = await sql.query<{ storage_key: string }>(
    // a restored row has its file back
    `SELECT storage_key FROM dropped_file d WHERE dropped_at < now() - interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.storage_key = d.storage_key)
     ORDER BY dropped_at LIMIT ${BATCH}`,
  );
  const store = await fileStore();
  for (const { storage_key } of rows) {
    await store.remove(storage_key);
    await sql.query('DELETE FROM dropped_file WHERE storage_key = $1', [storage_key]);
  }
}
