import type { TicketActionName, TicketActions } from '@/lib/schemas/ticket-actions';

/** Acts that are one choice out of a list. */
export type ChoiceName = Exclude<TicketActionName, 'add_tags' | 'remove_tags'>;

/** Stands for "none at all" where values are ids. */
export const NONE = 'none';
/** Sleep that ends with the customer's answer. */
export const REPLY = 'reply';

/** An act as the value of a menu; undefined where it is not among them. */
export function chosenIn(name: ChoiceName, actions: TicketActions): string | undefined {
  const act = actions[name];
  if (act === undefined) return undefined;
  if (act === null) return NONE;
  if (typeof act === 'boolean') return act ? 'yes' : 'no';
  if (typeof act === 'string') return act;
  return 'for' in act ? act.for : (act.until ?? REPLY);
}

/** What choosing a value does: the other way round. A sleep is a span (`3d`) or a time. */
export function actionOf(name: ChoiceName, value: string): TicketActions {
  if (name === 'follow') return { follow: value === 'yes' };
  if (name === 'snooze') {
    if (value === REPLY) return { snooze: { until: null } };
    return { snooze: /^\d+[mhd]$/.test(value) ? { for: value } : { until: value } };
  }
  return { [name]: value === NONE ? null : value };
}
