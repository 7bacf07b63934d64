import type { Actor } from '../rules/permissions';

/** Names of rooms. Clients never name a room; the server joins them after asking the permission rules. */
export const rooms = {
  /** Everybody who is this person, in all tabs. */
  person: (personId: string) => `person:${personId}`,
  /** The tabs of one login, or of one visitor's browser: signing it out closes them. */
  session: (sessionId: string) => `session:${sessionId}`,
  /** All agents: those whose sight the setting decides. */
  agents: 'agents',
  /** Who sees every ticket that is not in the trash: admins, and agents where the setting says so. */
  seeAll: 'see-all',
  admins: 'admins',
  /** Who sees what nobody holds in this team, or in none. */
  queue: (teamId: string | null) => `queue:${teamId ?? 'all'}`,
  /** Who has the ticket open; staff hears notes, the customer does not. */
  ticketStaff: (ticketId: string) => `ticket:${ticketId}:staff`,
  /** Whose lists show the ticket: they hear who is at it, and nothing else. */
  ticketMarks: (ticketId: string) => `marks:${ticketId}`,
  ticketCustomer: (ticketId: string) => `ticket:${ticketId}:customer`,
  /** Customers who have had an unsolved ticket open: they hear that the queue moved. */
  waiting: 'waiting',
} as const;

/** The rooms of a new socket. Tickets that it opens come on top. */
export function roomsOf({ id, role, sessionId, scope, visitor }: Actor): string[] {
  const login = sessionId ?? visitor?.id;
  const own = [rooms.person(id), ...(login ? [rooms.session(login)] : [])];
  if (role === 'customer') return own;
  if (role === 'admin') return [...own, rooms.admins, rooms.seeAll];
  if (scope.visibility === 'all') return [...own, rooms.agents, rooms.seeAll];
  const queues = scope.visibility === 'own' ? [] : [null, ...scope.team_ids].map(rooms.queue);
  return [...own, rooms.agents, ...queues];
}
