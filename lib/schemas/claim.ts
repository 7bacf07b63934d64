import { z } from 'zod';
import { id } from './id';
import { ticketDto } from './ticket';

/** Tickets that one claim may take (S3). */
export const CLAIM_MOST = 15;

export const claimInput = z
  .strictObject({
    limit: z.number().int().min(1).max(CLAIM_MOST).default(CLAIM_MOST),
    by: z
      .enum(['creation', 'queue'])
      .default('creation')
      .meta({ description: 'Oldest first, or in the order in which routing would give them out.' }),
  })
  .meta({ id: 'Claim' });
export type ClaimInput = z.infer<typeof claimInput>;

export const claimDto = z
  .object({
    results: z.array(ticketDto),
    warnings: z.array(z.enum(['agent_unavailable', 'over_capacity'])),
  })
  .meta({ id: 'Claimed' });
export type ClaimDto = z.infer<typeof claimDto>;

export const sellInput = z
  .strictObject({ ticket_ids: z.array(id).min(1).max(100) })
  .meta({ id: 'Sell', description: 'What the caller is done with.' });
export type SellInput = z.infer<typeof sellInput>;

export const sellDto = z
  .object({
    resolved: z.array(z.string()),
    /** Left as they are, each with the reason: `not_found`, `not_yours`, or what a change of status is refused with. */
    refused: z.array(z.object({ id: z.string(), code: z.string() })),
  })
  .meta({ id: 'Sold' });
export type SellDto = z.infer<typeof sellDto>;
