import type { Role, Visibility } from '../schemas/values';

/**
 * Who may do what (contract, "Who may what").
 *
 * A rule looks at the person's role and at how the ticket relates to the person: his own request, assigned to
 * him, in a queue that he sees, a colleague's that he may look at, or neither. Everything that is not written here
 * is refused. How far an agent sees is the workspace's setting `visibility` (docs/decisions/008-visibility.md).
 * Screens, API, sockets and search ask this one function; `visibility.ts` says the same in SQL, by test.
 */

/** How far an agent sees: the workspace's setting, and the teams that he is a member of. Other roles ask neither. */
export interface Scope {
  visibility: Visibility;
  team_ids: readonly string[];
}
/** The scope of who is in no team, while nobody changed the setting. */
export const PLAIN_SCOPE: Scope = { visibility: 'team', team_ids: [] };

/** The person who acts. `system` is routing, schedules and imports. */
export interface Actor {
  id: string;
  role: Role;
  name: string;
  /** Session the request came with; a machine has none. */
  sessionId: string | null;
  scope: Scope;
}
/** What the rules about tickets look at. */
export type Viewer = Pick<Actor, 'id' | 'role' | 'scope'>;

/** The facts of a ticket that permissions depend on, and whether it lies in the trash. */
export interface TicketFacts {
  customer_id: string;
  assignee_id: string | null;
  team_id: string | null;
  deleted_at: Date | string | null;
  /** Where its conversation went on, of a merged ticket. */
  merged_into?: unknown;
}

export type Relation = 'own' | 'assigned' | 'queue' | 'colleague' | 'other';

export const TICKET_ACTIONS = [
  'ticket.read',
  'ticket.reply',
  'ticket.note',
  'ticket.read_notes',
  'ticket.set_status',
  'ticket.assign',
  'ticket.take',
  'ticket.edit',
  'ticket.delete',
  'ticket.restore',
  'ticket.mark_spam',
  'ticket.draft',
  'ticket.snooze',
  'ticket.merge',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

const agentAssigned: TicketAction[] = [
  'ticket.read',
  'ticket.reply',
  'ticket.note',
  'ticket.read_notes',
  'ticket.set_status',
  'ticket.assign',
  'ticket.take',
  'ticket.edit',
  'ticket.delete',
  'ticket.mark_spam',
  'ticket.draft',
  'ticket.snooze',
  'ticket.merge',
];

const ticketTable: Record<Role, Record<Relation, readonly TicketAction[]>> = {
  customer: {
    own: ['ticket.read', 'ticket.reply', 'ticket.set_status'],
    assigned: [],
    queue: [],
    colleague: [],
    other: [],
  },
  agent: {
    own: [],
    assigned: agentAssigned,
    // A public reply takes the ticket; setting its status needs taking it first.
    queue: [
      'ticket.read',
      'ticket.reply',
      'ticket.note',
      'ticket.read_notes',
      'ticket.take',
      'ticket.mark_spam',
      'ticket.draft',
      'ticket.merge',
    ],
    // With 'all' he looks over shoulders and leaves notes; the ticket stays its holder's.
    colleague: ['ticket.read', 'ticket.note', 'ticket.read_notes'],
    other: [],
  },
  admin: {
    own: TICKET_ACTIONS,
    assigned: TICKET_ACTIONS,
    queue: TICKET_ACTIONS,
    colleague: TICKET_ACTIONS,
    other: TICKET_ACTIONS,
  },
};

/** How the ticket relates to the person, as his role sees it. */
export function relationTo(actor: Viewer, ticket: TicketFacts): Relation {
  if (actor.role === 'customer') return ticket.customer_id === actor.id ? 'own' : 'other';
  if (ticket.assignee_id === actor.id) return 'assigned';
  const seesAll = actor.role === 'admin' || actor.scope.visibility === 'all';
  if (ticket.assignee_id !== null) return seesAll ? 'colleague' : 'other';
  return seesAll || seesQueueOf(actor.scope, ticket.team_id) ? 'queue' : 'other';
}

/** Does he see what nobody holds in this team, or in none? */
const seesQueueOf = ({ visibility, team_ids }: Scope, teamId: string | null): boolean =>
  visibility !== 'own' && (teamId === null || team_ids.includes(teamId));

/** In the trash a ticket can be looked at and taken out, by admins; nothing else is done to it there. */
const inTrash: readonly TicketAction[] = [
  'ticket.read',
  'ticket.read_notes',
  'ticket.restore',
  'ticket.delete',
];

/** A merged ticket is read, and merged no more; everything else is done to the one that it became part of. */
const onMerged: readonly TicketAction[] = ['ticket.read', 'ticket.read_notes', 'ticket.merge'];
export const refusedWhenMerged = (action: TicketAction): boolean => !onMerged.includes(action);

/** May this person do this to this ticket? */
export function can(actor: Viewer, action: TicketAction, ticket: TicketFacts): boolean {
  if (ticket.deleted_at !== null && (actor.role !== 'admin' || !inTrash.includes(action))) return false;
  if (ticket.merged_into && refusedWhenMerged(action)) return false;
  return ticketTable[actor.role][relationTo(actor, ticket)].includes(action);
}

/** Acts that need no ticket. */
const generalTable = {
  'ticket.create': ['customer', 'agent', 'admin'],
  'ticket.create_for_customer': ['agent', 'admin'],
  'person.list': ['agent', 'admin'],
  'person.create': ['admin'],
  'person.edit_any': ['admin'],
  'team.edit': ['admin'],
  'presence.set': ['agent', 'admin'],
  'ticket.claim': ['agent'],
  'message.import': ['admin'],
  'settings.edit': ['admin'],
  'ai.usage': ['admin'],
  'report.read': ['admin'],
  'key.manage': ['admin'],
  'topic.edit': ['admin'],
  'canned_reply.edit_own': ['agent', 'admin'],
  'canned_reply.edit_any': ['admin'],
  'view.edit_own': ['agent', 'admin'],
  'view.edit_any': ['admin'],
  'audit.read': ['admin'],
  'customer.edit': ['agent', 'admin'],
  'customer.edit_any_note': ['admin'],
  'customer.merge': ['agent', 'admin'],
  'organisation.edit': ['agent', 'admin'],
  'organisation.delete': ['admin'],
  'customer.tell_facts': ['admin'],
  'system.check': ['admin'],
  'demo.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type GeneralAction = keyof typeof generalTable;

export function may(actor: Pick<Actor, 'role'>, action: GeneralAction): boolean {
  return (generalTable[action] as readonly Role[]).includes(actor.role);
}

/** Admins only: seeing everybody's tickets and people. */
export const isStaff = (role: Role): boolean => role !== 'customer';

/**
 * Who may knock at which route. The API refuses to start with a route that has no row here, so a new endpoint is
 * decided before it exists. Finer rules (which ticket, which person) are asked inside by `can` and `may`.
 */
export type Access = 'anyone' | 'signed_in' | 'staff' | 'admin';

export const routeAccess: Record<string, Access> = {
  'GET /openapi.json': 'anyone',
  'GET /docs': 'anyone',
  'GET /docs/{file}': 'anyone',
  'POST /auth/request-otp': 'anyone',
  'POST /auth/verify-otp': 'anyone',
  'POST /auth/register': 'anyone',
  'POST /auth/token': 'anyone',
  'POST /auth/token/refresh': 'anyone',
  'POST /auth/google': 'anyone',
  'POST /auth/accept-invitation': 'anyone',
  'POST /auth/request-password-reset': 'anyone',
  'POST /auth/reset-password': 'anyone',
  'POST /setup': 'anyone',
  'GET /setup': 'admin',
  'GET /me': 'signed_in',
  'PATCH /me': 'signed_in',
  'POST /me/password': 'signed_in',
  'POST /me/email': 'signed_in',
  'POST /me/email/confirm': 'signed_in',
  'GET /me/sessions': 'signed_in',
  'DELETE /me/sessions/{id}': 'signed_in',
  'GET /me/availability': 'staff',
  'PATCH /me/availability': 'staff',
  'GET /users': 'staff',
  'POST /users': 'admin',
  'GET /users/{id}': 'signed_in',
  'PATCH /users/{id}': 'signed_in',
  'DELETE /users/{id}': 'signed_in',
  'POST /users/{id}/deactivate': 'admin',
  'POST /users/{id}/invitation': 'admin',
  'POST /users/{id}/password-reset': 'admin',
  'GET /users/{id}/sessions': 'admin',
  'DELETE /users/{id}/sessions': 'admin',
  'DELETE /users/{id}/sessions/{session}': 'admin',
  'GET /teams': 'staff',
  'POST /teams': 'admin',
  'GET /teams/{id}': 'staff',
  'PATCH /teams/{id}': 'admin',
  'DELETE /teams/{id}': 'admin',
  'GET /customers': 'staff',
  'GET /customers/{id}': 'staff',
  'PATCH /customers/{id}': 'staff',
  'POST /customers/{id}/notes': 'staff',
  'PATCH /customers/{id}/notes/{note}': 'staff',
  'DELETE /customers/{id}/notes/{note}': 'staff',
  'PUT /customers/{ref}/facts': 'admin',
  'GET /customers/{id}/merge': 'staff',
  'GET /organisations': 'staff',
  'POST /organisations': 'staff',
  'GET /organisations/{id}': 'staff',
  'PATCH /organisations/{id}': 'staff',
  'DELETE /organisations/{id}': 'admin',
  'POST /customers/{id}/merge': 'staff',
  'POST /customers/{id}/unmerge': 'staff',
  'POST /imports/customer-facts': 'admin',
  'GET /settings': 'staff',
  'PATCH /settings': 'admin',
  'POST /urgency/preview': 'admin',
  'GET /topics': 'signed_in',
  'POST /topics': 'admin',
  'PATCH /topics/{id}': 'admin',
  'DELETE /topics/{id}': 'admin',
  'GET /canned-replies': 'staff',
  'POST /canned-replies': 'staff',
  'GET /canned-replies/{id}': 'staff',
  'GET /canned-replies/{id}/preview': 'staff',
  'PATCH /canned-replies/{id}': 'staff',
  'DELETE /canned-replies/{id}': 'staff',
  'GET /audit': 'admin',
  'GET /audit/export.csv': 'admin',
  'GET /views': 'staff',
  'POST /views': 'staff',
  'PUT /views/order': 'staff',
  'PATCH /views/{id}': 'staff',
  'DELETE /views/{id}': 'staff',
  'GET /tags': 'staff',
  'POST /tickets/fetch_tickets': 'staff',
  'POST /tickets/sell_tickets': 'staff',
  'POST /tickets/bulk': 'staff',
  'POST /tickets/bulk/{id}/undo': 'staff',
  'PUT /tickets/{ref}/read': 'staff',
  'DELETE /tickets/{ref}/read': 'staff',
  'GET /tickets/export.csv': 'staff',
  'GET /messages': 'signed_in',
  'POST /messages': 'signed_in',
  'POST /attachments': 'signed_in',
  'GET /attachments/{id}': 'signed_in',
  'GET /keys': 'admin',
  'POST /keys': 'admin',
  'DELETE /keys/{id}': 'admin',
  'GET /tickets/search': 'signed_in',
  'GET /tickets': 'signed_in',
  'POST /tickets': 'signed_in',
  'GET /tickets/{ref}': 'signed_in',
  'PATCH /tickets/{ref}': 'staff',
  'DELETE /tickets/{ref}': 'staff',
  'POST /tickets/{ref}/restore': 'admin',
  'POST /tickets/{ref}/spam': 'staff',
  'GET /tickets/{ref}/messages': 'signed_in',
  'POST /tickets/{ref}/messages': 'signed_in',
  'POST /tickets/{ref}/set-status': 'signed_in',
  'POST /tickets/{ref}/apply-macro': 'staff',
  'POST /tickets/{ref}/assign': 'staff',
  'GET /tickets/{ref}/context': 'staff',
  'GET /tickets/{ref}/queue': 'signed_in',
  'GET /tickets/{ref}/events': 'signed_in',
  'POST /tickets/{ref}/ai-draft': 'staff',
  'GET /tickets/{ref}/ai-draft/{draft}': 'staff',
  'DELETE /tickets/{ref}/ai-draft/{draft}': 'staff',
  'POST /tickets/{ref}/ai-draft/{draft}/outcome': 'staff',
  'GET /drafts': 'staff',
  'GET /tickets/{ref}/recipients': 'staff',
  'POST /tickets/{ref}/held/{message}/undo': 'staff',
  'POST /tickets/{ref}/held/{message}/send-now': 'staff',
  'GET /tickets/{ref}/drafts/{kind}': 'staff',
  'PUT /tickets/{ref}/drafts/{kind}': 'staff',
  'DELETE /tickets/{ref}/drafts/{kind}': 'staff',
  'POST /tickets/{ref}/snooze': 'staff',
  'POST /tickets/{ref}/unsnooze': 'staff',
  'POST /tickets/{ref}/promise': 'staff',
  'POST /tickets/{ref}/merge': 'staff',
  'POST /tickets/{ref}/unmerge': 'staff',
  'POST /tickets/{ref}/split': 'staff',
  'POST /tickets/{ref}/messages/{message}/redact': 'staff',
  'PATCH /tickets/{ref}/messages/{message}': 'staff',
  'GET /notices': 'staff',
  'POST /notices/read': 'staff',
  'GET /me/notices': 'staff',
  'PATCH /me/notices': 'staff',
  'GET /tickets/{ref}/followers': 'staff',
  'POST /tickets/{ref}/follow': 'staff',
  'GET /tickets/{ref}/mentionable': 'staff',
  'GET /ai': 'staff',
  'GET /ai/usage': 'admin',
  'POST /imports/messages': 'admin',
  'GET /imports/{id}': 'admin',
  'GET /analytics/summary': 'admin',
  'GET /analytics/volume': 'admin',
  'GET /analytics/resolution': 'admin',
  'GET /analytics/report': 'admin',
  'GET /analytics/breakdown': 'admin',
  'GET /analytics/live': 'admin',
  'GET /analytics/export.csv': 'admin',
  'GET /tickets/{ref}/clocks': 'admin',
  'GET /imports': 'admin',
  'POST /imports': 'admin',
  'PATCH /imports/{id}': 'admin',
  'POST /imports/{id}/check': 'admin',
  'POST /imports/{id}/start': 'admin',
  'POST /imports/{id}/undo': 'admin',
  'GET /imports/{id}/errors.csv': 'admin',
  'GET /system': 'admin',
  'POST /system/probe': 'admin',
  'POST /system/test-mail': 'admin',
  'GET /system/test-mail/{id}': 'admin',
  'GET /demo': 'admin',
  'POST /demo': 'admin',
  'DELETE /demo': 'admin',
  // as the sources call them
  'POST /token': 'anyone',
  'POST /register_customer': 'anyone',
  'POST /register_customer_rep': 'anyone',
  'GET /auth': 'anyone',
  'GET /agents': 'staff',
  'POST /agents': 'admin',
  'GET /agents/{id}': 'staff',
  'PATCH /agents/{id}': 'staff',
  'DELETE /agents/{id}': 'staff',
  'GET /v1/agents': 'staff',
  'POST /v1/agents': 'admin',
  'GET /v1/agents/{id}': 'staff',
  'PATCH /v1/agents/{id}': 'staff',
  'DELETE /v1/agents/{id}': 'staff',
  'GET /v1/tickets': 'staff',
  'POST /v1/tickets': 'staff',
  'POST /v1/create-ticket': 'staff',
  'GET /v1/tickets/{ref}': 'staff',
  'PATCH /v1/tickets/{ref}': 'staff',
  'DELETE /v1/tickets/{ref}': 'staff',
  'GET /v1/tasks': 'staff',
  'POST /v1/tasks': 'staff',
  'POST /v1/create-task': 'staff',
  'GET /v1/tasks/{id}': 'staff',
  'PATCH /v1/tasks/{id}': 'staff',
  'DELETE /v1/tasks/{id}': 'staff',
  'GET /conversations': 'signed_in',
  'GET /conversations/{ref}': 'signed_in',
  'GET /mailbox': 'anyone',
  'GET /mailbox/{id}': 'anyone',
};
