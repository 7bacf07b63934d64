import { Forbidden, Invalid } from '../errors';
import { presentContactTicket } from '../presenters/contact-ticket';
import { CHANNEL_OF, type Platform, rankOf } from '../rules/contact-centre';
import { type Actor, may } from '../rules/permissions';
import type { ContactTicketDto, CreateContactTicketInput } from '../schemas/contact-centre';
import { findCustomer, makeUnnamed } from './steps/find-customer';
import { insertTicket } from './steps/insert-ticket';
import { type Attempt, once } from './steps/once';

/** A contact says nothing yet: what stands where a customer's words would. */
const SUBJECTS: Record<Platform, string> = {
  call: 'Phone call',
  email: 'E-mail',
  facebook_chat: 'Facebook chat',
  website_chat: 'Website chat',
};

/**
 * Files a contact that a contact centre took (S0): where it came from, how urgent it is, the languages it needs, and
 * maybe whose it is. Routing and screens follow as for every ticket.
 *
 * @throws Forbidden for a customer; Invalid `customer: unknown_customer`.
 */
export function createContactTicket(
  actor: Actor,
  input: CreateContactTicketInput,
  attempt?: Attempt,
): Promise<ContactTicketDto> {
  if (!may(actor, 'ticket.create_for_customer')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const customer =
      input.customer === undefined ? await makeUnnamed(tx, actor.id) : await findCustomer(tx, input.customer);
    if (!customer) throw new Invalid({ customer: ['unknown_customer'] });
    const { row } = await insertTicket(tx, actor, {
      subject: SUBJECTS[input.platform],
      body: SUBJECTS[input.platform],
      priority: rankOf(input.priority),
      sourcePriority: input.priority,
      channel: CHANNEL_OF[input.platform],
      topic: null,
      languages: input.restriction ?? [],
      customerId: customer.id,
    });
    return presentContactTicket(row);
  });
}
