import type { ListTicketsQuery, TicketDto } from '@/lib/schemas/ticket';
import type { Channel, Priority, Status } from '@/lib/schemas/values';

/** What a list asks for; the API's query with real lists instead of commas. */
export interface TicketFilters {
  status?: readonly Status[];
  priority?: readonly Priority[];
  channel?: readonly Channel[];
  /** Levels 0 to 3. */
  urgency?: readonly string[];
  assignee?: string;
  topic?: string;
  language?: string;
  q?: string;
  sort?: ListTicketsQuery['sort'];
  in?: ListTicketsQuery['in'];
  /** The tickets behind a number of the reports, as {@link writeDoor} writes it. */
  in_report?: string;
  limit?: number;
}

/** What a hook needs to know of a ticket to act on it: the API's id and the cache's number. */
export type TicketRef = Pick<TicketDto, 'id' | 'number'>;
