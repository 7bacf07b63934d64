import type { CustomerHitDto, SearchDto, TicketHitDto } from '@/lib/schemas/search';
import type { SearchCompletion } from './complete-search';

/** One line below the search box. */
export type SearchChoice = { key: string } & (
  | { kind: 'ticket'; hit: TicketHitDto }
  | { kind: 'customer'; customer: CustomerHitDto }
  | { kind: 'suggestion'; text: string }
  | { kind: 'completion'; completion: SearchCompletion }
  | { kind: 'all' }
);
interface ChoiceGroup {
  value: 'completions' | 'tickets' | 'customers' | 'more';
  items: SearchChoice[];
}

/**
 * What can be chosen: how the last word may go on, hits by kind, then all results or, where nothing was found, what may
 * have been meant.
 */
export function searchChoices(
  typed: string,
  found: SearchDto | undefined,
  completions: readonly SearchCompletion[],
): ChoiceGroup[] {
  const complete = completions.map(
    (completion): SearchChoice => ({ key: `go-on-${completion.shown}`, kind: 'completion', completion }),
  );
  const tickets = (found?.results ?? []).map(
    (hit): SearchChoice => ({ key: hit.ticket.id, kind: 'ticket', hit }),
  );
  const customers = (found?.customers ?? []).map(
    (customer): SearchChoice => ({ key: customer.id, kind: 'customer', customer }),
  );
  const more: SearchChoice[] = [];
  if (found?.suggestion && found.suggestion !== typed)
    more.push({ key: 'suggestion', kind: 'suggestion', text: found.suggestion });
  more.push({ key: 'all', kind: 'all' });
  const groups: ChoiceGroup[] = [
    { value: 'completions', items: complete },
    { value: 'customers', items: customers },
    { value: 'tickets', items: tickets },
    { value: 'more', items: more },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
