import type { TicketFacts } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';

/** What the permission rules want to know of a ticket. */
export function ticketFacts(ticket: TicketDto): TicketFacts {
  return {
    customer_id: ticket.customer.id,
    assignee_id: ticket.assigned_agent,
    team_id: ticket.team,
    deleted_at: ticket.is_deleted ? ticket.updated_at : null,
    merged_into: ticket.merged_into,
  };
}
