import { organisationOf } from '../db/sql/organisation-of';
import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { CustomerDto } from '../schemas/customer';
import { UNSOLVED } from '../schemas/values';
import { notesAbout } from './customer-notes';
import { mergedInto } from './merged-customers';
import { NOT_MERGED } from './ticket-conditions';

const COUNT_CAP = 1_000;
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const unsolved = UNSOLVED.map((status) => `'${status}'`).join(', ');

/** To whom routing never gives him, by name. */
const blockedFor = (id: string) => `(SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
    'at', ${iso('b.at')}, 'by', (SELECT name FROM person WHERE id = b.blocked_by)) ORDER BY a.name, a.id), '[]')
  FROM blocked_pair b JOIN person a ON a.id = b.person_id WHERE b.customer_id = ${id})`;

/**
 * A customer as staff sees him: any customer, but of his tickets only those that this person may see, also in the
 * counts.
 *
 * @throws NotFound when the id is nobody's or that of staff.
 */
export async function getCustomer(actor: Actor, id: string, from: Sql = sql): Promise<CustomerDto> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const his = `FROM ticket t WHERE t.customer_id = p.id AND t.deleted_at IS NULL AND ${NOT_MERGED} AND ${visibleTickets(actor, '$1')}`;
  const { rows } = await from.query<CustomerDto>(
    `SELECT p.id, p.name, p.email, p.phone, p.external_id, p.disabled_at IS NULL AS is_active, p.locale, p.time_zone,
       p.languages, p.is_vip, p.is_blocked, ${organisationOf('p')} AS organisation, p.facts, p.links, ${notesAbout('p.id')} AS notes, ${blockedFor('p.id')} AS blocked_agents, ${mergedInto('p.id')} AS merged,
       (SELECT json_build_object('id', k.id, 'name', k.name) FROM person k WHERE k.id = p.merged_into) AS merged_into, ${iso('p.created_at')} AS created_at,
       (SELECT json_build_object('total', least(count(*), ${COUNT_CAP}), 'capped', count(*) > ${COUNT_CAP},
                 'unsolved', count(*) FILTER (WHERE status IN (${unsolved})))
        FROM (SELECT t.status ${his} ORDER BY t.created_at DESC LIMIT ${COUNT_CAP + 1}) c) AS counts,
       coalesce((SELECT json_agg(e) FROM (
         SELECT t.id, t.number, t.subject, t.status, ${iso('t.created_at')} AS created_at
         ${his} ORDER BY t.created_at DESC, t.id DESC LIMIT 20) e), '[]') AS tickets
     FROM person p WHERE p.id = $2 AND p.role = 'customer'`,
    [actor.id, id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
