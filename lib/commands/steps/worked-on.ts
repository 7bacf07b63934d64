/** What routing does by itself to a ticket that waits is no work on it. */
const BY_ROUTING = `'assignment.changed', 'status.changed', 'routing.changed'`;

/** Whether anybody worked on a ticket after its event of that number, as a condition for SQL. */
export const workedOn = (ticketId: string, seq: string): string => `EXISTS (
  SELECT 1 FROM event w WHERE w.ticket_id = ${ticketId} AND w.seq > ${seq}
    AND (w.actor_id IS NOT NULL OR w.type NOT IN (${BY_ROUTING})))`;
