import { headers } from 'next/headers';
import { cache } from 'react';
import { type Identity, readActor } from '@/lib/auth/read-actor';
import type { Actor } from '@/lib/rules/permissions';

/** Who asks for this page, and his language: read once a request, however many parts of the page want to know. */
export const currentIdentity = cache(
  async (): Promise<Identity | null> => readActor({ cookie: (await headers()).get('cookie') }),
);

export const currentActor = async (): Promise<Actor | null> => (await currentIdentity())?.actor ?? null;
