import { sql } from '../db/transaction';
import { presentContactTicket } from '../presenters/contact-ticket';
import type { Actor } from '../rules/permissions';
import type { ContactTicketDto } from '../schemas/contact-centre';
import type { PageQuery } from '../schemas/list-tickets';
import { accessTicket } from './access-ticket';
import { listTicketRows } from './list-tickets';

/** One page of the tickets that the person sees, the newest first, in a contact centre's words. */
export async function listContactTickets(
  actor: Actor,
  page: PageQuery,
): Promise<{ results: ContactTicketDto[]; next: string | null }> {
  const { rows, next } = await listTicketRows(actor, { ...page, sort: 'newest', in: 'inbox' });
  return { results: rows.map(presentContactTicket), next };
}

export async function getContactTicket(actor: Actor, ref: string): Promise<ContactTicketDto> {
  return presentContactTicket(await accessTicket(sql, actor, ref, 'ticket.read'));
}
