import { sendPushes } from '@/lib/commands/send-pushes';
import type { JobPayload } from '@/lib/jobs/definitions';
import { rooms } from '@/lib/realtime/rooms';
import { workerRealtime } from '../realtime';

export async function handle(_payload: JobPayload<'send-pushes'>): Promise<void> {
  const { io } = workerRealtime();
  await sendPushes(async (personId) => (await io.in(rooms.person(personId)).fetchSockets()).length > 0);
}
