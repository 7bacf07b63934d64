import type { Tx } from '../../db/transaction';

/** What waits of these customers is weighed again: who is VIP changed. `people` is a condition on `person p`. */
export async function weighCustomers(tx: Tx, people: string, values: unknown[]): Promise<void> {
  await tx.query(
    `UPDATE ticket t SET urgency_due = now() FROM (
       SELECT w.id FROM ticket w JOIN person p ON p.id = w.customer_id
       WHERE ${people} AND w.waiting_since IS NOT NULL ORDER BY w.id FOR NO KEY UPDATE OF w) w
     WHERE t.id = w.id`,
    values,
  );
}
