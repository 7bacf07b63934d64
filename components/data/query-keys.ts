import type { TicketFilters } from './ticket-filters';

/** Names of everything in the query cache. A ticket is kept under its number, which is what addresses carry. */
export const queryKeys = {
  me: ['me'] as const,
  availability: ['availability'] as const,
  sessions: ['sessions'] as const,
  views: ['views'] as const,
  ticketLists: ['tickets'] as const,
  ticketList: (filters: TicketFilters) => ['tickets', filters] as const,
  tickets: ['ticket'] as const,
  ticket: (number: number) => ['ticket', number] as const,
  ticketEvents: (number: number) => ['ticket-events', number] as const,
  ticketContexts: ['ticket-context'] as const,
  ticketContext: (number: number) => ['ticket-context', number] as const,
  teams: ['teams'] as const,
  users: ['users'] as const,
  userList: (filters: { role?: string; q?: string }) => ['users', 'list', filters] as const,
  user: (id: string) => ['users', 'one', id] as const,
  userSessions: (id: string) => ['users', 'sessions', id] as const,
  userHistory: (id: string) => ['users', 'history', id] as const,
  mailbox: ['mailbox'] as const,
  mail: (id: string) => ['mailbox', id] as const,
};
