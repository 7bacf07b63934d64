import { randomBytes } from 'node:crypto';
import { newNonce } from '../auth/secrets';
import { newId } from '../clock';
import { inTransaction } from '../db/transaction';
import { recordEvent } from '../events/record';

const NAME = 'Leaf & Kettle';

/** The website that the lab's visitors chat on; made when it is opened for the first time. */
export function openLabWebsite(): Promise<{ key: string }> {
  return inTransaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('lab website'))");
    const { rows } = await tx.query<{ key: string }>(
      'SELECT key FROM widget WHERE name = $1 AND is_active ORDER BY created_at LIMIT 1',
      [NAME],
    );
    if (rows[0]) return rows[0];
    const [id, key] = [newId(), `w_${randomBytes(16).toString('base64url')}`];
    await tx.query('INSERT INTO widget (id, key, name, accent, nonce) VALUES ($1, $2, $3, $4, $5)', [
      ...[id, key, NAME, '#5f7a3a', newNonce()],
    ]);
    await recordEvent(tx, 'website.created', { website_id: id, name: NAME }, null);
    return { key };
  });
}
