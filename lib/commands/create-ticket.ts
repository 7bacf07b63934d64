import type { Tx } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { type Actor, may } from '../rules/permissions';
import type { CreateTicketInput, TicketDto } from '../schemas/ticket';
import { type Channel, PRIORITIES } from '../schemas/values';
import { findCustomer } from './steps/find-customer';
import { insertTicket } from './steps/insert-ticket';
import { type Attempt, once } from './steps/once';

/**
 * Files a ticket: a customer for himself, staff for a customer (a phone call). The description becomes the first
 * public message. Routing, mail and screens follow from the event.
 *
 * @param via the channel when the input names none: WEB from a browser, API from a client.
 * @throws Invalid when the customer is unknown, or a customer asks for what only staff may set.
 */
export function createTicket(
  actor: Actor,
  input: CreateTicketInput,
  via: Channel,
  attempt?: Attempt,
): Promise<TicketDto> {
  if (!may(actor, 'ticket.create')) throw new Forbidden();
  if (actor.role === 'customer') refuseStaffFields(input);
  return once(actor, attempt, async (tx) => {
    const customer =
      actor.role === 'customer'
        ? { id: actor.id, name: actor.name, customer_is_vip: false, customer_organisation: null }
        : await customerNamed(tx, input.customer);
    const { row } = await insertTicket(tx, actor, {
      subject: input.subject.trim(),
      body: input.description,
      priority: PRIORITIES.indexOf(input.priority),
      channel: input.channel ?? via,
      topic: input.topic ?? null,
      languages: input.languages,
      findsLanguage: input.languages.length === 0,
      customerId: customer.id,
      clientId: attempt?.key ?? null,
      attachments: input.attachments,
    });
    return presentTicket(
      {
        ...row,
        customer_name: customer.name,
        customer_email: null,
        customer_locale: '',
        customer_is_vip: customer.customer_is_vip,
        customer_organisation: customer.customer_organisation,
        assignee_name: null,
        reason: null,
        offer: null,
        call: null,
        description: input.description,
        follow_up_number: null,
        merged_number: null,
        merged_customer_id: null,
        split_number: null,
        rating: null,
        last_text: input.description.slice(0, 400),
        last_format: 'text',
        last_author: actor.name,
        last_is_internal: false,
        last_public_text: input.description.slice(0, 400),
        last_public_format: 'text',
        last_public_author: actor.name,
      },
      audienceOf(actor.role),
    );
  });
}

function refuseStaffFields(input: CreateTicketInput): void {
  const fields: Record<string, string[]> = {};
  if (input.customer !== undefined) fields.customer = ['unknown_key'];
  if (input.channel !== undefined) fields.channel = ['unknown_key'];
  if (input.priority === 'URGENT') fields.priority = ['not_allowed'];
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}

async function customerNamed(tx: Tx, ref: string | undefined) {
  if (ref === undefined) throw new Invalid({ customer: ['required'] });
  const customer = await findCustomer(tx, ref);
  if (!customer) throw new Invalid({ customer: ['unknown_customer'] });
  return customer;
}
