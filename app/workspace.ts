import { connection } from 'next/server';
import { cache } from 'react';
import { getSettings } from '@/lib/queries/get-settings';
import { type Settings, settingsSchema } from '@/lib/schemas/settings';

/**
 * The workspace's settings, read once a page. While the database is away pages still have a name: a customer who is
 * told that something failed is told so in the house's own look.
 */
export const workspace = cache(async (): Promise<Settings> => {
  // never while the product is built: there is no house yet whose name could be asked for
  await connection();
  try {
    return await getSettings();
  } catch {
    return settingsSchema.parse({});
  }
});
