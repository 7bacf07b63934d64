import { searchTickets } from '../../queries/search-tickets';
import { searchDto, searchQuery } from '../../schemas/search';
import { type Route, route } from '../route';

export const searchRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/tickets/search',
      tag: 'Tickets',
      summary: 'Search tickets, and for staff customers',
      description:
        'Full text in the language of each ticket: subjects, messages and, for staff, notes and the customer. Best first: how well it fits, how recent it is, open before solved; a number, address or telephone number that is named exactly comes first. Words are read in any inflection; an operator that nobody knows is a word. What this person may not see is neither found nor counted.',
      query: searchQuery,
      answer: searchDto,
      also: { 503: 'It took longer than three seconds.' },
    },
    ({ actor, query }) => searchTickets(actor, query),
  ),
];
