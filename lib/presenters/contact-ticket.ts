import type { TicketColumns } from '../db/sql/ticket-row';
import { numberOf, platformOf } from '../rules/contact-centre';
import type { ContactTicketDto } from '../schemas/contact-centre';

/** A ticket in a contact centre's words, for staff. */
export const presentContactTicket = (
  row: Pick<TicketColumns, 'id' | 'languages' | 'channel' | 'priority' | 'source_priority'>,
): ContactTicketDto => ({
  id: row.id,
  restriction: row.languages,
  platform: platformOf(row.channel),
  priority: numberOf(row.priority, row.source_priority),
});
