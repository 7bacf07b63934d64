import { type Sql, sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { FollowersDto } from '../schemas/notice';
import { accessTicket } from './access-ticket';

/** Who of the staff follows a ticket, by name. */
export async function listFollowers(actor: Actor, ref: string): Promise<FollowersDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.note');
  return readFollowers(sql, actor, ticket.id);
}

export async function readFollowers(from: Sql, actor: Actor, ticketId: string): Promise<FollowersDto> {
  const { rows } = await from.query<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM ticket_follower f JOIN person p ON p.id = f.person_id
     WHERE f.ticket_id = $1 AND p.disabled_at IS NULL AND p.role <> 'customer' ORDER BY p.name, p.id`,
    [ticketId],
  );
  return { results: rows, is_following: rows.some((row) => row.id === actor.id) };
}
