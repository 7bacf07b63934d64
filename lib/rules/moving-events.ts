/** After these a ticket's conversation holds other messages than its events told one by one. */
export const MOVING_EVENTS: ReadonlySet<string> = new Set([
  'ticket.merged',
  'ticket.absorbed',
  'ticket.unmerged',
  'ticket.parted',
  'ticket.split',
]);
