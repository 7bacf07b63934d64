'use client';
import { can } from '@/lib/rules/permissions';
import { statusChoices } from '@/lib/rules/status';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { ticketFacts } from '../ticket-facts';
import { useTicketActs } from '../use-ticket-acts';
import type { CommandTarget } from './command-context';

/** The open ticket as what commands act on: what this person may do to it. */
export function useTicketTarget(ticket: TicketDto): CommandTarget {
  const { me } = useDesk();
  const acts = useTicketActs(ticket);
  const facts = ticketFacts(ticket);
  const mayEdit = can(me, 'ticket.edit', facts);
  const statuses = can(me, 'ticket.set_status', facts)
    ? statusChoices(ticket.status, ticket.assigned_agent !== null, me.role)
    : [];
  return {
    tickets: [ticket],
    isAll: false,
    assign: can(me, 'ticket.assign', facts) && ticket.status !== 'CLOSED' ? acts.assign : null,
    setStatus: statuses.length > 0 ? acts.setStatus : null,
    statuses,
    setPriority: mayEdit ? acts.setPriority : null,
    addTag: mayEdit ? acts.addTag : null,
    removeTag: mayEdit ? acts.removeTag : null,
  };
}
