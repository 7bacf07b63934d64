import type { Status } from '../schemas/values';

interface Ticket {
  number: number;
  status: Status;
  topic: string | null;
  created_at: string;
  updated_at: string;
}

const DAYS = 30;

/**
 * The conversation that a new ticket may go on with (S4): the customer's latest other one that is not closed, that
 * began before it, was touched in the last 30 days and is not known to be about something else.
 */
export function earlierConversation<T extends Ticket>(
  ticket: Ticket,
  others: readonly T[],
  now: Date,
): T | null {
  if (ticket.status === 'RESOLVED' || ticket.status === 'CLOSED') return null;
  const since = now.getTime() - DAYS * 86_400_000;
  return (
    others.find(
      (one) =>
        one.status !== 'CLOSED' &&
        one.created_at < ticket.created_at &&
        Date.parse(one.updated_at) >= since &&
        (one.topic === null || ticket.topic === null || one.topic === ticket.topic),
    ) ?? null
  );
}
