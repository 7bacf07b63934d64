import type { Actor } from './permissions';

/**
 * Which tickets a person sees, as a condition for SQL: customers their own, agents those assigned to them and those
 * in the queue, admins all. The trash is for admins. A test walks the whole matrix of roles and relations and
 * compares this with `can(actor, 'ticket.read', ticket)`.
 *
 * `me` is the placeholder that holds the person's id, e.g. `$1`; `t` the alias of the ticket.
 */
export function visibleTickets(actor: Pick<Actor, 'role'>, me: string, t = 't'): string {
  switch (actor.role) {
    case 'customer':
      return `${t}.customer_id = ${me} AND ${t}.deleted_at IS NULL`;
    case 'agent':
      return `(${t}.assignee_id = ${me} OR ${t}.assignee_id IS NULL) AND ${t}.deleted_at IS NULL`;
    case 'admin':
      // names the placeholder, so that every role's condition takes the same values
      return `${me}::uuid IS NOT NULL`;
  }
}
