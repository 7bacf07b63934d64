import { isVip, organisationOf } from '../db/sql/organisation-of';
import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, isStaff } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { TicketContextDto } from '../schemas/ticket-context';
import { accessTicket } from './access-ticket';
import { notesAbout } from './customer-notes';
import { mergedInto } from './merged-customers';
import { NOT_MERGED } from './ticket-conditions';

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const latestRatings = (visible: string): string => `
  coalesce((SELECT json_agg(l) FROM (
    SELECT t.number, r.score, r.comment, a.name AS agent, ${utc('r.answered_at')} AS answered_at
    FROM ticket t JOIN rating r ON r.ticket_id = t.id AND r.score IS NOT NULL LEFT JOIN person a ON a.id = r.agent_id
    WHERE t.customer_id = p.id AND t.deleted_at IS NULL AND ${visible}
    ORDER BY r.answered_at DESC LIMIT 3) l), '[]')`;

/** Who asks, for staff: the customer's facts and his five latest other tickets that this person may see. */
export async function getTicketContext(actor: Actor, ref: string): Promise<TicketContextDto> {
  if (!isStaff(actor.role)) throw new Forbidden();
  const ticket = await accessTicket(sql, actor, ref, 'ticket.read');
  const { rows } = await sql.query<TicketContextDto>(
    `SELECT json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'external_id', p.external_id,
              'phone', p.phone, 'facts', p.facts, 'links', p.links, 'notes', ${notesAbout('p.id')}, 'merged', ${mergedInto('p.id')},
              'is_vip', ${isVip('p')}, 'organisation', ${organisationOf('p')}, 'locale', p.locale, 'time_zone', p.time_zone,
              'ratings', ${latestRatings(visibleTickets(actor, '$1'))},
              'created_at', ${utc('p.created_at')}) AS customer,
       coalesce((SELECT json_agg(e) FROM (
         SELECT t.id, t.number, t.subject, t.status, t.topic,
                ${utc('t.public_updated_at')} AS updated_at,
                ${utc('t.created_at')} AS created_at
         FROM ticket t
         WHERE t.customer_id = p.id AND t.id <> $3 AND t.deleted_at IS NULL AND ${NOT_MERGED} AND ${visibleTickets(actor, '$1')}
         ORDER BY t.created_at DESC, t.id DESC LIMIT 5) e), '[]') AS earlier
     FROM person p WHERE p.id = $2`,
    [actor.id, ticket.customer_id, ticket.id],
  );
  return rows[0]!;
}
