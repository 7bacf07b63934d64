import { accessTicket } from '../queries/access-ticket';
import { readFollowers } from '../queries/list-followers';
import type { Actor } from '../rules/permissions';
import type { FollowersDto } from '../schemas/notice';
import { type Attempt, once } from './steps/once';

/** Follows a ticket, or no longer: one's own affair, so it is no event of the ticket. Twice is once. */
export function followTicket(
  actor: Actor,
  ref: string,
  follow: boolean,
  attempt?: Attempt,
): Promise<FollowersDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.note');
    await tx.query(
      follow
        ? 'INSERT INTO ticket_follower (ticket_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
        : 'DELETE FROM ticket_follower WHERE ticket_id = $1 AND person_id = $2',
      [ticket.id, actor.id],
    );
    return readFollowers(tx, actor, ticket.id);
  });
}
