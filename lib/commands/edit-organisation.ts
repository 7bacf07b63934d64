import { inTransaction } from '../db/transaction';
import { Forbidden, Invalid, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { getOrganisation } from '../queries/list-organisations';
import { type Actor, may } from '../rules/permissions';
import type { EditOrganisationInput, OrganisationDto } from '../schemas/organisation';
import { setDomains } from './steps/set-domains';
import { weighCustomers } from './steps/weigh-customers';

/** Changes an organisation of customers. @throws Forbidden, NotFound; Invalid `name: taken`, `domains.<n>: taken`. */
export function editOrganisation(
  actor: Actor,
  id: string,
  input: EditOrganisationInput,
): Promise<OrganisationDto> {
  if (!may(actor, 'organisation.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query('SELECT 1 FROM organisation WHERE id = $1 FOR UPDATE', [id]);
    if (rowCount === 0) throw new NotFound();
    const before = await getOrganisation(actor, id, tx);
    const { name = before.name, is_vip = before.is_vip, domains } = input;
    try {
      await tx.query('UPDATE organisation SET name = $2, is_vip = $3, updated_at = now() WHERE id = $1', [
        ...[id, name, is_vip],
      ]);
    } catch (error) {
      if ((error as { code?: string }).code === '23505') throw new Invalid({ name: ['taken'] });
      throw error;
    }
    if (domains) await setDomains(tx, id, domains);
    const after = await getOrganisation(actor, id, tx);
    const fields = (['name', 'domains', 'is_vip'] as const).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    );
    // members who came by a new domain count as well
    if (before.is_vip || after.is_vip) await weighCustomers(tx, 'p.organisation_id = $1', [id]);
    if (fields.length > 0)
      await recordEvent(tx, 'organisation.edited', { organisation_id: id, name, fields }, actor.id);
    return after;
  });
}
