import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/rules/permissions';
import type { Role } from '@/lib/schemas/values';
import { currentActor } from './current-actor';
import { homeOf } from './home-of';

/**
 * The person a page needs. Signed out: to the sign-in page and back to `here` afterwards; another role: to his own
 * home. What the person may see on the page is for the queries to decide.
 */
export async function requireActor(here: string, roles?: readonly Role[]): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (roles && !roles.includes(actor.role)) redirect(homeOf(actor.role));
  return actor;
}
