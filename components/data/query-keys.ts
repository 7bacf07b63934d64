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
  users: ['users'] as const,
  userList: (filters: { role?: string; q?: string }) => ['users', 'list', filters] as const,
  user: (id: string) => ['users', 'one', id] as const,
  report: (question: Record<string, unknown>) => ['report', question] as const,
  reportLive: ['report-live'] as const,
  ticketClocks: (number: number) => ['ticket-clocks', number] as const,
  setup: ['setup'] as const,
  demo: ['demo'] as const,
  system: ['system'] as const,
  testMail: (id: string) => ['test-mail', id] as const,
  mailbox: ['mailbox'] as const,
  mail: (id: string) => ['mailbox', id] as const,
};
