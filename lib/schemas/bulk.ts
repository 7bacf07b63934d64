import { z } from 'zod';
import { id } from './id';
import { ticketActions } from './ticket-actions';
import { viewFilter } from './view';

/** Tickets that one act may change. */
export const BULK_MOST = 500;

export const bulkInput = z
  .strictObject({
    ticket_ids: z.array(id).min(1).max(BULK_MOST).optional(),
    filter: viewFilter.optional().meta({ description: 'In place of ids: all that match, 500 at most.' }),
    actions: ticketActions,
  })
  .refine(({ actions }) => Object.keys(actions).length > 0, { error: 'required', path: ['actions'] })
  .refine(({ ticket_ids, filter }) => (ticket_ids === undefined) !== (filter === undefined), {
    error: 'one_of_both',
    path: ['ticket_ids'],
  })
  .meta({ id: 'BulkEdit' });
export type BulkInput = z.infer<typeof bulkInput>;

/** One that was left as it is, and why: the code that the act alone would have been refused with. */
const failure = z.object({ id: z.string(), number: z.number().int().nullable(), code: z.string() });

export const bulkDto = z
  .object({
    updated: z.number().int(),
    failed: z.array(failure),
    /** What `POST /tickets/bulk/{id}/undo/` takes back; null when nothing was changed. */
    undo: z.string().nullable(),
    /** Limits that assigning passed over, as `POST /tickets/{ref}/assign/` tells them; a repeat tells only what it did itself. */
    warnings: z.array(z.string()),
  })
  .meta({ id: 'BulkResult' });
export type BulkDto = z.infer<typeof bulkDto>;

export const bulkUndoneDto = z
  .object({
    reverted: z.number().int(),
    /** Those that somebody changed since (`changed_since`) or that are gone (`not_found`), left as they are. */
    failed: z.array(failure),
  })
  .meta({ id: 'BulkUndone' });
export type BulkUndoneDto = z.infer<typeof bulkUndoneDto>;
