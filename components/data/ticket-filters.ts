import type { ListTicketsQuery } from '@/lib/schemas/list-tickets';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { ViewFilter } from '@/lib/schemas/view';

/** What a list asks for; the API's query with real lists instead of commas. */
export interface TicketFilters extends ViewFilter {
  sort?: ListTicketsQuery['sort'];
  group?: ListTicketsQuery['group'];
  /** The tickets behind a number of the reports, as {@link writeDoor} writes it. */
  in_report?: string;
  limit?: number;
}

/** What a hook needs to know of a ticket to act on it: the API's id and the cache's number. */
export type TicketRef = Pick<TicketDto, 'id' | 'number'>;
