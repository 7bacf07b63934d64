import type { Actor } from '../rules/permissions';
import { viewsFor } from '../rules/views';
import { countTickets } from './list-tickets';

/** The views of the person's desk, each with its count. */
export async function listViews(actor: Actor) {
  const views = viewsFor(actor.role);
  const counts = await Promise.all(views.map((view) => countTickets(actor, { in: 'inbox', ...view.filter })));
  return { results: views.map((view, index) => ({ key: view.key, ...counts[index]! })) };
}
