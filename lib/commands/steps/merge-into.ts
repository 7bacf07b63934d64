import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { recordEvent } from '../../events/record';
import { type KnownFact, keyOf } from '../../rules/facts';
import { endSessions } from './end-sessions';
import { giveNotes, giveTickets } from './give-customer';
import type { CustomerRow } from './lock-customer';

/**
 * Makes one customer of two that are locked, and of which nothing speaks against it: all of the one goes to the other,
 * and what names the one finds the other from now on. What went over is kept, so that it can be given back.
 */
export async function mergeInto(
  tx: Tx,
  actorId: string,
  source: CustomerRow,
  target: CustomerRow,
): Promise<void> {
  const tickets = await giveTickets(tx, source.id, target.id);
  const notes = await giveNotes(tx, source.id, target.id);
  const people = await givePeople(tx, source.id, target.id);
  const added = addedTo(target, source);
  await writeRows(tx, source, target, added);
  await giveBlocks(tx, source.id, target.id);
  await giveUnfinished(tx, source.id, target.id);
  await tx.query(
    `INSERT INTO customer_merge (id, source_id, target_id, merged_by, tickets, notes, people, facts, links, target_before)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[newId(), source.id, target.id, actorId, tickets, notes, people],
      ...[added.facts, added.links, added.before].map((value) => JSON.stringify(value)),
    ],
  );
  await endSessions(tx, source.id, { actorId });
  const count = tickets.length;
  const [went, came] = [
    { person_id: source.id, other_id: target.id },
    { person_id: target.id, other_id: source.id },
  ];
  await recordEvent(tx, 'customer.merged', { ...went, tickets: count }, actorId);
  await recordEvent(tx, 'customer.absorbed', { ...came, tickets: count }, actorId);
}

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

/**
 * Who is in the midst of something, as a visitor who becomes known, goes on with it: what he sends once more came once,
 * and the files of what he has not sent yet are his.
 */
async function giveUnfinished(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query(
    `INSERT INTO idempotency_key (person_id, key, request_hash, answer, created_at)
     SELECT $2, key, request_hash, answer, created_at FROM idempotency_key WHERE person_id = $1 ON CONFLICT DO NOTHING`,
    [from, to],
  );
  await tx.query('UPDATE attachment SET uploaded_by = $2 WHERE uploaded_by = $1 AND message_id IS NULL', [
    from,
    to,
  ]);
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
