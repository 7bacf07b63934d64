import { runDraft } from '@/lib/commands/run-draft';
import type { JobPayload } from '@/lib/jobs/definitions';
import { publishDraft } from '@/lib/realtime/signals';
import { workerRealtime } from '../realtime';

export async function handle({ draft_id }: JobPayload<'write-draft'>): Promise<void> {
  const { io } = workerRealtime();
  await runDraft(draft_id, (personId, signal) => publishDraft(io, personId, signal));
}
