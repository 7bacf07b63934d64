import { newId } from '../clock';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getOrganisation } from '../queries/list-organisations';
import { type Actor, may } from '../rules/permissions';
import type { CreateOrganisationInput, OrganisationDto } from '../schemas/organisation';
import { type Attempt, once } from './steps/once';
import { setDomains } from './steps/set-domains';
import { weighCustomers } from './steps/weigh-customers';

/** Makes an organisation of customers. @throws Forbidden; Invalid `name: taken` whatever its case, `domains.<n>: taken`. */
export function createOrganisation(
  actor: Actor,
  { name, domains, is_vip }: CreateOrganisationInput,
  attempt?: Attempt,
): Promise<OrganisationDto> {
  if (!may(actor, 'organisation.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    const { rowCount } = await tx.query(
      'INSERT INTO organisation (id, name, is_vip) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [id, name, is_vip],
    );
    if (rowCount === 0) throw new Invalid({ name: ['taken'] });
    await setDomains(tx, id, domains);
    if (is_vip) await weighCustomers(tx, 'p.organisation_id = $1', [id]);
    await recordEvent(tx, 'organisation.created', { organisation_id: id, name }, actor.id);
    return getOrganisation(actor, id, tx);
  });
}
