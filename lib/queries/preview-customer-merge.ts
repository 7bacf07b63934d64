import { sql } from '../db/transaction';
import { Forbidden, Invalid, NotFound } from '../errors';
import { type MergeParty, mergeProblem } from '../rules/customer-merge';
import { type Actor, may } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { MergePreviewDto } from '../schemas/customer-merge';

interface Row extends MergeParty {
  id: string;
  name: string;
  tickets: number;
  unseen: number;
  notes: number;
  facts: number;
  addresses: string[];
}

/** What would go over if these two customers were made one, and what speaks against it. @throws NotFound; Invalid `self`. */
export async function previewCustomerMerge(actor: Actor, id: string, into: string): Promise<MergePreviewDto> {
  if (!may(actor, 'customer.merge')) throw new Forbidden();
  if (id === into) throw new Invalid({ into: ['self'] });
  const { rows } = await sql.query<Row>(
    `SELECT p.id, p.name, p.email, p.disabled_at IS NULL AS is_active, p.merged_into IS NOT NULL AS is_merged,
       (SELECT count(*)::int FROM ticket t WHERE t.customer_id = p.id) AS tickets,
       (SELECT count(*)::int FROM ticket t WHERE t.customer_id = p.id AND t.deleted_at IS NULL
          AND NOT (${visibleTickets(actor, '$1')})) AS unseen,
       (SELECT count(*)::int FROM customer_note n WHERE n.person_id = p.id) AS notes,
       jsonb_array_length(p.facts) AS facts,
       ARRAY(SELECT email FROM person a WHERE (a.id = p.id OR a.merged_into = p.id) AND a.email IS NOT NULL
             ORDER BY a.merged_into IS NOT NULL, email) AS addresses
     FROM person p WHERE p.id IN ($2, $3) AND p.role = 'customer'`,
    [actor.id, id, into],
  );
  const [source, target] = [id, into].map((one) => rows.find((row) => row.id === one));
  if (!source || !target) throw new NotFound();
  const isUnseen = actor.role !== 'admin' && source.unseen + target.unseen > 0;
  const { tickets, notes, facts, addresses } = source;
  return {
    source: party(source),
    target: party(target),
    ...{ tickets, notes, facts, addresses },
    problem: mergeProblem(source, target) ?? (isUnseen ? 'unseen_tickets' : null),
  };
}

const party = ({ id, name, email }: Row) => ({ id, name, email });
