/** Tickets that are solved the same way: open work, awake, with nothing promised. */
export const PLAIN_UNSOLVED = `status IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER')
  AND deleted_at IS NULL AND spam_at IS NULL AND merged_into IS NULL
  AND snoozed_until IS NULL AND NOT snoozed_for_reply AND woken_from IS NULL AND promise_at IS NULL`;
