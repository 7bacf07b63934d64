import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../rules/permissions';
import { MAX_TAGS } from '../../schemas/tag';

/** What a merge added to the ticket that goes on, beside messages: what was there already is not among it. */
export interface Brought {
  /** Addresses in copy. */
  participants: string[];
  tags: string[];
  /** Persons. */
  followers: string[];
}

/**
 * Brings copies and followers of a ticket to the one it is merged into, and says which of its tags are new there; they
 * are a column, for the caller to write. With `addCustomer` another customer comes into copy.
 */
export async function bringAlong(
  tx: Tx,
  actor: Actor,
  source: TicketRow,
  target: TicketRow,
  addCustomer: boolean,
): Promise<Brought> {
  const customer = addCustomer && source.customer_id !== target.customer_id ? source.customer_email : null;
  const { rows } = await tx.query<{ address: string }>(
    `INSERT INTO ticket_participant AS p (ticket_id, address, added_by)
     SELECT DISTINCT ON (address) $2::uuid, address, added_by FROM (
       SELECT address, added_by FROM ticket_participant WHERE ticket_id = $1 AND is_active
       UNION ALL SELECT $3::text, $4::uuid WHERE $3::text IS NOT NULL) a
     WHERE address IS DISTINCT FROM $5 ORDER BY address
     ON CONFLICT (ticket_id, address) DO UPDATE SET is_active = true WHERE NOT p.is_active RETURNING address`,
    [source.id, target.id, customer, actor.id, target.customer_email],
  );
  const { rows: followers } = await tx.query<{ person_id: string }>(
    `INSERT INTO ticket_follower (ticket_id, person_id) SELECT $2, person_id FROM ticket_follower WHERE ticket_id = $1
     ON CONFLICT DO NOTHING RETURNING person_id`,
    [source.id, target.id],
  );
  const tags = source.tags.filter((one) => !target.tags.includes(one));
  return {
    participants: rows.map(({ address }) => address),
    // as many as a ticket can have
    tags: tags.slice(0, Math.max(0, MAX_TAGS - target.tags.length)),
    followers: followers.map(({ person_id }) => person_id),
  };
}

/** Takes copies and followers away again that a merge had brought. */
export async function takeAlong(tx: Tx, targetId: string, brought: Brought): Promise<void> {
  await tx.query(
    'UPDATE ticket_participant SET is_active = false WHERE ticket_id = $1 AND address = ANY($2::text[])',
    [targetId, brought.participants],
  );
  await tx.query('DELETE FROM ticket_follower WHERE ticket_id = $1 AND person_id = ANY($2::uuid[])', [
    targetId,
    brought.followers,
  ]);
}
