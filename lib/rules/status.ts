import type { Role, Status } from '../schemas/values';

/**
 * The ticket's states (product 2.1; contract, "Status by hand").
 *
 * By hand: ASSIGNED ↔ IN_PROGRESS; both → WAITING_ON_CUSTOMER; WAITING_ON_CUSTOMER → IN_PROGRESS; any unsolved →
 * RESOLVED; RESOLVED → IN_PROGRESS (OPEN if nobody holds it) or CLOSED. OPEN ↔ ASSIGNED happens by assigning alone.
 * CLOSED is left by nobody. Customers resolve and reopen. Everything else is refused.
 */

const byHand: Record<Status, readonly Status[]> = {
  OPEN: ['RESOLVED'],
  ASSIGNED: ['IN_PROGRESS', 'WAITING_ON_CUSTOMER', 'RESOLVED'],
  IN_PROGRESS: ['ASSIGNED', 'WAITING_ON_CUSTOMER', 'RESOLVED'],
  WAITING_ON_CUSTOMER: ['IN_PROGRESS', 'RESOLVED'],
  RESOLVED: ['IN_PROGRESS', 'OPEN', 'CLOSED'],
  CLOSED: [],
};

export type StatusDecision =
  | { kind: 'same' }
  | { kind: 'change'; to: Status }
  | { kind: 'refuse'; code: 'invalid_transition' | 'assign_first' };

/** What setting `to` by hand does. Reopening lands in IN_PROGRESS when somebody holds the ticket, else in OPEN. */
export function decideStatusByHand(from: Status, to: Status, held: boolean, role: Role): StatusDecision {
  if (from === to) return { kind: 'same' };
  const reopens = from === 'RESOLVED' && (to === 'IN_PROGRESS' || to === 'OPEN');
  if (role === 'customer' && to !== 'RESOLVED' && !reopens)
    return { kind: 'refuse', code: 'invalid_transition' };
  if (reopens) return { kind: 'change', to: held ? 'IN_PROGRESS' : 'OPEN' };
  if (!held && from !== 'CLOSED' && (to === 'IN_PROGRESS' || to === 'WAITING_ON_CUSTOMER')) {
    return { kind: 'refuse', code: 'assign_first' };
  }
  return byHand[from].includes(to) ? { kind: 'change', to } : { kind: 'refuse', code: 'invalid_transition' };
}

/** The states a person may choose now, for menus. */
export function statusChoices(from: Status, held: boolean, role: Role): Status[] {
  return (Object.keys(byHand) as Status[]).filter((to) => {
    const decision = decideStatusByHand(from, to, held, role);
    return decision.kind === 'change' && decision.to === to;
  });
}

/** After a public reply by staff who holds the ticket: the first one starts the work. */
export function statusAfterStaffReply(from: Status): Status {
  return from === 'OPEN' || from === 'ASSIGNED' ? 'IN_PROGRESS' : from;
}

export type CustomerMessageEffect =
  | { kind: 'keep' }
  | { kind: 'reopen'; to: 'IN_PROGRESS' }
  | { kind: 'requeue'; to: 'OPEN' }
  | { kind: 'follow_up' };

/**
 * After a customer's message: waiting and resolved work comes back to its assignee if he may take it, else to the
 * queue; a closed ticket stays closed and a linked follow-up is made.
 */
export function afterCustomerMessage(from: Status, assigneeMayTake: boolean): CustomerMessageEffect {
  if (from === 'CLOSED') return { kind: 'follow_up' };
  if (from !== 'WAITING_ON_CUSTOMER' && from !== 'RESOLVED') return { kind: 'keep' };
  return assigneeMayTake ? { kind: 'reopen', to: 'IN_PROGRESS' } : { kind: 'requeue', to: 'OPEN' };
}

/** Assigning and unassigning move between OPEN and ASSIGNED; started work keeps its state with a new assignee. */
export function statusAfterAssign(from: Status, assigned: boolean): Status {
  if (from === 'RESOLVED' || from === 'CLOSED') return from;
  if (!assigned) return 'OPEN';
  return from === 'OPEN' ? 'ASSIGNED' : from;
}
