import { newId } from '../clock';
import type { Tx } from '../db/transaction';
import { Conflict, Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getCustomer } from '../queries/get-customer';
import { importUnderWay } from '../queries/import-under-way';
import { MERGE_PROBLEMS, type MergeParty, mergeProblem } from '../rules/customer-merge';
import { type KnownFact, keyOf } from '../rules/facts';
import { type Actor, may } from '../rules/permissions';
import type { CustomerDto } from '../schemas/customer';
import type { MergeCustomersInput } from '../schemas/customer-merge';
import { endSessions } from './steps/end-sessions';
import { giveNotes, giveTickets } from './steps/give-customer';
import type { CustomerRow } from './steps/lock-customer';
import { lockCustomers, refuseUnseen } from './steps/lock-customers';
import { type Attempt, once } from './steps/once';

/**
 * Makes one customer of two (product A10, M5): tickets, notes, facts and links of the one go to the other, and what
 * names the one (his addresses at sign-in and in mail, his ids in the API and in imports) finds the other from now on.
 * His row stays as it was, and what went over is kept, so that {@link unmergeCustomer} gives back exactly that.
 *
 * @param id who goes; `into` who is kept.
 * @returns who is kept.
 * @throws NotFound when one is nobody or staff; Invalid `self`; Conflict `already_merged`, `target_merged`, `inactive`,
 *   `keep_other` when the kept one alone has no address, `import_running`; Forbidden `unseen_tickets`.
 */
export function mergeCustomers(
  actor: Actor,
  id: string,
  { into }: MergeCustomersInput,
  attempt?: Attempt,
): Promise<CustomerDto> {
  if (!may(actor, 'customer.merge')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const [source, target] = await lockMergeable(tx, actor, id, into);
    const tickets = await giveTickets(tx, source.id, target.id);
    const notes = await giveNotes(tx, source.id, target.id);
    const people = await givePeople(tx, source.id, target.id);
    const added = addedTo(target, source);
    await writeRows(tx, source, target, added);
    await giveBlocks(tx, source.id, target.id);
    await tx.query(
      `INSERT INTO customer_merge (id, source_id, target_id, merged_by, tickets, notes, people, facts, links, target_before)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[newId(), source.id, target.id, actor.id, tickets, notes, people],
        ...[added.facts, added.links, added.before].map((value) => JSON.stringify(value)),
      ],
    );
    await endSessions(tx, source.id, { actorId: actor.id });
    const count = tickets.length;
    const [went, came] = [
      { person_id: source.id, other_id: target.id },
      { person_id: target.id, other_id: source.id },
    ];
    await recordEvent(tx, 'customer.merged', { ...went, tickets: count }, actor.id);
    await recordEvent(tx, 'customer.absorbed', { ...came, tickets: count }, actor.id);
    return getCustomer(actor, target.id, tx);
  });
}

/** Both customers, locked, once nothing speaks against it. */
async function lockMergeable(
  tx: Tx,
  actor: Actor,
  id: string,
  into: string,
): Promise<[source: CustomerRow, target: CustomerRow]> {
  if (id === into) throw new Invalid({ into: ['self'] });
  const [source, target] = await lockCustomers(tx, id, into);
  const problem = mergeProblem(partyOf(source), partyOf(target));
  if (problem) throw new Conflict(problem, MERGE_PROBLEMS[problem]);
  if (await importUnderWay()) throw new Conflict('import_running', 'Wait until the import is through.');
  await refuseUnseen(tx, actor, [source.id, target.id]);
  return [source, target];
}

const partyOf = ({ email, disabled_at, merged_into }: CustomerRow): MergeParty => ({
  email,
  is_active: disabled_at === null,
  is_merged: merged_into !== null,
});

/** Who was merged into the one before is part of the other now. */
async function givePeople(tx: Tx, from: string, to: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'UPDATE person SET merged_into = $2 WHERE merged_into = $1 RETURNING id',
    [from, to],
  );
  return rows.map(({ id }) => id);
}

/** Who was not to have the one is not to have both; it stays so when they are parted again. */
async function giveBlocks(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query(
    `INSERT INTO blocked_pair (customer_id, person_id, blocked_by, at)
     SELECT $2, person_id, blocked_by, at FROM blocked_pair WHERE customer_id = $1 ON CONFLICT DO NOTHING`,
    [from, to],
  );
}

interface Added {
  facts: KnownFact[];
  links: CustomerRow['links'];
  /** Columns of the target that change otherwise, as they were. */
  before: Partial<Pick<CustomerRow, 'is_vip' | 'organisation_id'>>;
}

/** What the one knows that the other does not; who is VIP or of an organisation in one is so in both. */
function addedTo(target: CustomerRow, source: CustomerRow): Added {
  const known = new Set(target.facts.map(keyOf));
  const linked = new Set(target.links.map(({ label, url }) => `${label} ${url}`));
  return {
    facts: source.facts.filter((fact) => !known.has(keyOf(fact))),
    links: source.links.filter(({ label, url }) => !linked.has(`${label} ${url}`)),
    before: {
      ...(source.is_vip && !target.is_vip ? { is_vip: false } : {}),
      ...(source.organisation_id && !target.organisation_id ? { organisation_id: null } : {}),
    },
  };
}

async function writeRows(tx: Tx, source: CustomerRow, target: CustomerRow, added: Added): Promise<void> {
  await tx.query('UPDATE person SET merged_into = $2, updated_at = now() WHERE id = $1', [
    source.id,
    target.id,
  ]);
  await tx.query(
    `UPDATE person SET facts = facts || $2::jsonb, links = links || $3::jsonb, is_vip = is_vip OR $4,
       organisation_id = coalesce(organisation_id, $5), updated_at = now() WHERE id = $1`,
    [
      ...[target.id, JSON.stringify(added.facts), JSON.stringify(added.links)],
      ...[source.is_vip, source.organisation_id],
    ],
  );
}
