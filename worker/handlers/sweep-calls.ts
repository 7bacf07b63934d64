import { fetchRecordings } from '@/lib/commands/fetch-recordings';
import { sweepCalls } from '@/lib/commands/sweep-calls';
import { workCalls } from '@/lib/commands/work-calls';

export async function handle(): Promise<void> {
  await sweepCalls();
  await workCalls();
  await fetchRecordings();
}
