import { inTransaction } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { type Actor, may } from '../rules/permissions';
import { weighCustomers } from './steps/weigh-customers';

/** Removes an organisation; its customers stay and are in none. @throws Forbidden, NotFound. */
export async function deleteOrganisation(actor: Actor, id: string): Promise<void> {
  if (!may(actor, 'organisation.delete')) throw new Forbidden();
  await inTransaction(async (tx) => {
    const { rows } = await tx.query<{ name: string; is_vip: boolean }>(
      'SELECT name, is_vip FROM organisation WHERE id = $1 FOR UPDATE',
      [id],
    );
    const [organisation] = rows;
    if (!organisation) throw new NotFound();
    if (organisation.is_vip) await weighCustomers(tx, 'p.organisation_id = $1', [id]);
    await tx.query('DELETE FROM organisation WHERE id = $1', [id]);
    const { name } = organisation;
    await recordEvent(tx, 'organisation.deleted', { organisation_id: id, name }, actor.id);
  });
}
