import { findDemoAsker } from '@/lib/queries/get-demo';
import { loadExample } from '@/prisma/load-example';

/** Loads the example data for the admin who asked for it; asked for nothing, it does nothing. */
export async function handle(): Promise<void> {
  const admin = await findDemoAsker();
  if (admin) await loadExample(admin, { kind: 'real' });
}
