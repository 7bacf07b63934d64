import { headers } from 'next/headers';
import { cache } from 'react';
import { readActor } from '@/lib/auth/read-actor';
import type { Actor } from '@/lib/rules/permissions';

/** Who asks for this page: read once a request, however many parts of the page want to know. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const identity = await readActor({ cookie: (await headers()).get('cookie') });
  return identity?.actor ?? null;
});
