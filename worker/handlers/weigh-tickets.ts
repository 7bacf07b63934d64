import { weighTickets } from '@/lib/commands/weigh-tickets';
import type { JobPayload } from '@/lib/jobs/definitions';
import { publishWeighed } from '@/lib/realtime/publish-weighed';
import { workerRealtime } from '../realtime';

export async function handle(_payload: JobPayload<'weigh-tickets'>): Promise<void> {
  const { io } = workerRealtime();
  await weighTickets((tickets) => publishWeighed(io, tickets));
}
