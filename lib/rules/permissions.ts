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
  /** He comes from a website's chat, and sees of his person's tickets what he may see there. */
  visitor?: Visit;
}
/** A browser on a website, whose person is `id` of the actor; that one is not made before the first message. */
export interface Visit {
  id: string;
  widgetId: string;
  /** His person as it was before anybody merged it. */
  begunBy: string;
  /** It is proved who he is: then he sees what his person began elsewhere too. */
  hasJoined: boolean;
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
  'ticket.rate',
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

/** What was good is the customer's alone to say. */
const ofStaff = TICKET_ACTIONS.filter((action) => action !== 'ticket.rate');

const ticketTable: Record<Role, Record<Relation, readonly TicketAction[]>> = {
  customer: {
    own: ['ticket.read', 'ticket.reply', 'ticket.set_status', 'ticket.rate'],
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
    own: ofStaff,
    assigned: ofStaff,
    queue: ofStaff,
    colleague: ofStaff,
    other: ofStaff,
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
  'channel.edit': ['admin'],
  'demo.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type GeneralAction = keyof typeof generalTable;

export function may(actor: Pick<Actor, 'role'>, action: GeneralAction): boolean {
  return (generalTable[action] as readonly Role[]).includes(actor.role);
}

/** Agents and admins. */
export const isStaff = (role: Role): boolean => role !== 'customer';
