import { Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import { urgencyOf } from '../rules/urgency';
import type { UrgencyPreviewDto, UrgencyRules } from '../schemas/urgency';
import { newestWaiting } from './tickets-to-weigh';

/** What rules would make of the newest 50 tickets whose customer waits; nothing is changed. Admins only. */
export async function previewUrgency(
  actor: Actor,
  rules: UrgencyRules,
): Promise<{ results: UrgencyPreviewDto[] }> {
  if (!may(actor, 'settings.edit')) throw new Forbidden();
  const tickets = await newestWaiting(50);
  return {
    results: tickets.map(({ id, number, customer, facts, urgency, now }) => {
      const { level, points, reasons } = urgencyOf(facts, rules, now);
      return { id, number, subject: facts.subject, customer, before: urgency, after: level, points, reasons };
    }),
  };
}
