import type { Actor, Scope } from './permissions';

/**
 * Which tickets a person sees, as a condition for SQL: customers their own, agents as far as the setting lets them,
 * admins all. The trash is for admins. A test walks the whole matrix of roles, settings, teams and relations and
 * compares this with `can(actor, 'ticket.read', ticket)`.
 *
 * `me` is the placeholder that holds the person's id, e.g. `$1`; `t` the alias of the ticket.
 */
export function visibleTickets(actor: Pick<Actor, 'role' | 'scope'>, me: string, t = 't'): string {
  switch (actor.role) {
    case 'customer':
      return `${t}.customer_id = ${me} AND ${t}.deleted_at IS NULL`;
    case 'agent': {
      const ranges = visibleRanges(actor.scope, me, t);
      // without ranges it names the placeholder all the same, so that every condition takes the same values
      const seen =
        ranges === null ? `${me}::uuid IS NOT NULL` : `(${ranges.map((one) => `(${one})`).join(' OR ')})`;
      return `${seen} AND ${t}.deleted_at IS NULL`;
    }
    case 'admin':
      return `${me}::uuid IS NOT NULL`;
  }
}

/**
 * What an agent sees as conditions that exclude each other, each one range of an index: his own, then what nobody
 * holds, in no team and in each of his. Null when he sees everything. A list by age reads them one by one: a
 * condition with OR would walk past everybody else's tickets.
 */
export function visibleRanges({ visibility, team_ids }: Scope, me: string, t = 't'): string[] | null {
  if (visibility === 'all') return null;
  const own = `${t}.assignee_id = ${me}`;
  if (visibility === 'own') return [own];
  const unassigned = `${t}.assignee_id IS NULL AND ${t}.team_id`;
  return [own, `${unassigned} IS NULL`, ...team_ids.map((id) => `${unassigned} = ${uuidLiteral(id)}`)];
}

/** Team ids stand in the text: so the condition has one shape of values, and the planner sees what it is asked. */
function uuidLiteral(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not the id of a team');
  return `'${id}'::uuid`;
}
