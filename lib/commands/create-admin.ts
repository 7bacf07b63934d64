import { type PersonRow, personColumns } from '../db/sql/person-row';
import { inTransaction, type Tx } from '../db/transaction';
import { env } from '../env';
import { recordEvent } from '../events/record';
import { voidLinks } from './steps/deactivate';
import { insertPerson } from './steps/insert-person';
import { issueVerification } from './steps/verification-tokens';

/**
 * For whoever runs the machine (`npm run admin:create`): makes an admin, or makes the person with that address one,
 * active again if need be. Returns the one-time link with which he chooses a password; nothing is mailed.
 */
export function createAdmin(email: string, name: string): Promise<{ link: string; isNew: boolean }> {
  return inTransaction(async (tx) => {
    const created = await insertPerson(tx, { email, name, role: 'admin' });
    const person = created ?? (await promote(tx, email));
    await voidLinks(tx, person.id);
    const { token } = await issueVerification(tx, 'invitation', { email, personId: person.id });
    return { link: `${env().APP_URL}/invitation#${token}`, isNew: created !== null };
  });
}

async function promote(tx: Tx, email: string): Promise<PersonRow> {
  const { rows } = await tx.query<PersonRow>(
    `UPDATE person SET role = 'admin', disabled_at = NULL, merged_into = NULL, updated_at = now() WHERE email = $1
     RETURNING ${personColumns}`,
    [email],
  );
  const person = rows[0]!;
  const data = { person_id: person.id, fields: ['role', 'is_active'], evict: true };
  await recordEvent(tx, 'person.changed', data);
  return person;
}
