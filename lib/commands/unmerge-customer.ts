import type { Tx } from '../db/transaction';
import { Conflict, Forbidden } from '../errors';
import { recordEvent } from '../events/record';
import { getCustomer } from '../queries/get-customer';
import { type KnownFact, keyOf } from '../rules/facts';
import { type Actor, may } from '../rules/permissions';
import type { CustomerDto } from '../schemas/customer';
import { endSessions } from './steps/end-sessions';
import { giveNotes, giveTickets } from './steps/give-customer';
import { type CustomerRow, lockCustomer } from './steps/lock-customer';
import { lockCustomers, refuseUnseen } from './steps/lock-customers';
import { type Attempt, once } from './steps/once';

interface Merge {
  id: string;
  target_id: string;
  tickets: string[];
  notes: string[];
  people: string[];
  facts: KnownFact[];
  links: CustomerRow['links'];
  target_before: Partial<Pick<CustomerRow, 'is_vip' | 'organisation_id'>>;
}

/**
 * Takes a merge of two customers back: what went over returns, from whoever has it now, and the one's addresses are his
 * own again. What came since stays with the other. Whoever signed in as the other signs in anew: it may have been the one.
 *
 * @param id who was merged into somebody. @returns him.
 * @throws NotFound; Conflict `not_merged`; Forbidden `unseen_tickets`.
 */
export function unmergeCustomer(actor: Actor, id: string, attempt?: Attempt): Promise<CustomerDto> {
  if (!may(actor, 'customer.merge')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const { merged_into } = await lockCustomer(tx, id);
    if (merged_into === null) throw notMerged();
    const [source, holder] = await lockCustomers(tx, id, merged_into);
    // two at once: the second finds it done, or somebody else as the holder
    if (source.merged_into !== holder.id) throw notMerged();
    await refuseUnseen(tx, actor, [holder.id]);
    const merge = await takeRecord(tx, source.id);
    const tickets = await giveTickets(tx, holder.id, source.id, merge.tickets);
    await giveNotes(tx, holder.id, source.id, merge.notes);
    await tx.query('UPDATE person SET merged_into = $1 WHERE id = ANY($2::uuid[]) AND merged_into = $3', [
      ...[source.id, merge.people, holder.id],
    ]);
    // of a chain of merges both the one whom he became part of and whoever has all of it now know his facts
    for (const personId of new Set([holder.id, merge.target_id])) await takeBack(tx, personId, source, merge);
    await tx.query('UPDATE person SET merged_into = NULL, updated_at = now() WHERE id = $1', [source.id]);
    await endSessions(tx, holder.id, { actorId: actor.id });
    const count = tickets.length;
    const [went, left] = [
      { person_id: source.id, other_id: holder.id },
      { person_id: holder.id, other_id: source.id },
    ];
    await recordEvent(tx, 'customer.unmerged', { ...went, tickets: count }, actor.id);
    await recordEvent(tx, 'customer.parted', { ...left, tickets: count }, actor.id);
    return getCustomer(actor, source.id, tx);
  });
}

const notMerged = () => new Conflict('not_merged', 'This customer is not merged.');

async function takeRecord(tx: Tx, sourceId: string): Promise<Merge> {
  const { rows } = await tx.query<Merge>(
    `UPDATE customer_merge SET undone_at = now() WHERE source_id = $1 AND undone_at IS NULL
     RETURNING id, target_id, tickets, notes, people, facts, links, target_before`,
    [sourceId],
  );
  return rows[0]!;
}

/** What the merge added to a customer and nobody changed since. */
async function takeBack(tx: Tx, personId: string, source: CustomerRow, merge: Merge): Promise<void> {
  const before = await lockCustomer(tx, personId);
  const facts = new Set(merge.facts.map(keyOf));
  const links = new Set(merge.links.map(({ label, url }) => `${label} ${url}`));
  const { is_vip, organisation_id } = personId === merge.target_id ? merge.target_before : {};
  const leaves = organisation_id !== undefined && before.organisation_id === source.organisation_id;
  await tx.query(
    `UPDATE person SET facts = $2, links = $3, is_vip = $4, organisation_id = $5, updated_at = now() WHERE id = $1`,
    [
      personId,
      JSON.stringify(before.facts.filter((fact) => !facts.has(keyOf(fact)))),
      JSON.stringify(before.links.filter(({ label, url }) => !links.has(`${label} ${url}`))),
      is_vip ?? before.is_vip,
      leaves ? organisation_id : before.organisation_id,
    ],
  );
}
