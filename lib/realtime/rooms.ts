/** Names of rooms. Clients never name a room; the server joins them after asking the permission rules. */
export const rooms = {
  /** Everybody who is this person, in all tabs. */
  person: (personId: string) => `person:${personId}`,
  /** The tabs of one login: signing it out closes them. */
  session: (sessionId: string) => `session:${sessionId}`,
  /** All agents: hints about the queue that all of them see. */
  agents: 'agents',
  admins: 'admins',
  /** Who has the ticket open; staff hears notes, the customer does not. */
  ticketStaff: (ticketId: string) => `ticket:${ticketId}:staff`,
  ticketCustomer: (ticketId: string) => `ticket:${ticketId}:customer`,
} as const;
