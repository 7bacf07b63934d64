import { claimTickets } from '../../commands/claim-tickets';
import { sellTickets } from '../../commands/sell-tickets';
import { claimDto, claimInput, sellDto, sellInput } from '../../schemas/claim';
import { type Route, route } from '../route';

const tag = 'Tickets';

export const claimRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/tickets/fetch_tickets',
      tag,
      summary: 'Take up to 15 waiting tickets that nobody else gets',
      body: claimInput,
      answer: claimDto,
      description:
        'Agents only. Tickets of their teams and of none, in languages that they speak. With an Idempotency-Key a repeat answers the same tickets.',
    },
    ({ actor, body, attempt }) => claimTickets(actor, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/sell_tickets',
      tag,
      summary: 'Resolve those of these tickets that are mine',
      body: sellInput,
      answer: sellDto,
      description: 'Agents only. What is refused is named with its code; the rest is done.',
    },
    ({ actor, body, attempt }) => sellTickets(actor, body, attempt),
  ),
];
