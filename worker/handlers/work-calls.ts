import { fetchRecordings } from '@/lib/commands/fetch-recordings';
import { workCalls } from '@/lib/commands/work-calls';

export async function handle(): Promise<void> {
  await workCalls();
  await fetchRecordings();
}
