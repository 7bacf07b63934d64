import type { Tx } from '../../db/transaction';

/** Whether somebody follows a ticket: one's own affair, so it is no event of the ticket. Twice is once. */
export async function setFollowing(
  tx: Tx,
  ticketId: string,
  personId: string,
  follow: boolean,
): Promise<void> {
  await tx.query(
    follow
      ? 'INSERT INTO ticket_follower (ticket_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
      : 'DELETE FROM ticket_follower WHERE ticket_id = $1 AND person_id = $2',
    [ticketId, personId],
  );
}
