import { indexTickets } from '@/lib/commands/index-tickets';
import type { JobPayload } from '@/lib/jobs/definitions';

export async function handle(_payload: JobPayload<'index-tickets'>): Promise<void> {
  await indexTickets();
}
