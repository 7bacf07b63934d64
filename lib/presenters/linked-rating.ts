import type { TicketRow } from '../db/sql/ticket-row';
import type { LinkedRatingDto } from '../schemas/rating';
import { presentRating } from './ticket';

/** For who has a mailed link and is not signed in: which request, and what was said. No word of the conversation. */
export const presentLinkedRating = (ticket: TicketRow, holds: boolean): LinkedRatingDto => ({
  ticket: { number: ticket.number, subject: ticket.subject },
  rating: holds ? presentRating(ticket, false) : null,
});
