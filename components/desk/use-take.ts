'use client';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { ticketFacts } from './ticket-facts';
import { useTicketActs } from './use-ticket-acts';

/** Assigning the ticket to oneself; null where that is not possible or already so. */
export function useTake(ticket: TicketDto): (() => void) | null {
  const { me } = useDesk();
  const { assign } = useTicketActs(ticket);
  const open =
    ticket.status !== 'RESOLVED' && ticket.status !== 'CLOSED' && !ticket.is_spam && !ticket.is_deleted;
  if (!open || ticket.assigned_agent === me.id || !can(me, 'ticket.take', ticketFacts(ticket))) return null;
  return () => void assign({ id: me.id, name: me.name });
}
