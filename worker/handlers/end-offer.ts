import { endOffer } from '@/lib/commands/end-offers';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle({ offer_id }: JobPayload<'end-offer'>): Promise<void> {
  // the queue's clock is not the database's; tried again, it has caught up
  if ((await endOffer(offer_id)) === 'early') throw new Error('an offer is not due yet');
}
