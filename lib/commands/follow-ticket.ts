import { accessTicket } from '../queries/access-ticket';
import { readFollowers } from '../queries/list-followers';
import type { Actor } from '../rules/permissions';
import type { FollowersDto } from '../schemas/notice';
import { type Attempt, once } from './steps/once';
import { setFollowing } from './steps/set-following';

/** Follows a ticket, or no longer: one's own affair, so it is no event of the ticket. Twice is once. */
export function followTicket(
  actor: Actor,
  ref: string,
  follow: boolean,
  attempt?: Attempt,
): Promise<FollowersDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note');
    await setFollowing(tx, ticket.id, actor.id, follow);
    return readFollowers(tx, actor, ticket.id);
  });
}
