import { countTickets } from '@/lib/commands/count-tickets';
import type { JobPayload } from '@/lib/jobs/definitions';

export const handle = ({ ticket_ids }: JobPayload<'count-tickets'>): Promise<void> =>
  countTickets(ticket_ids);
