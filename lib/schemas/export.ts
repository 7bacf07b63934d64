import { z } from 'zod';
import { listTicketsQuery } from './list-tickets';

/** The list's own filters; `what`: a row a ticket, or a row a message of these tickets. */
export const exportQuery = listTicketsQuery
  .omit({ limit: true, cursor: true, group: true })
  .extend({ what: z.enum(['tickets', 'messages']).default('tickets') });
export type ExportQuery = z.infer<typeof exportQuery>;
