import { isVip, organisationOf } from '../db/sql/organisation-of';
import { type Sql, sql } from '../db/transaction';
import { presentReason } from '../presenters/ticket';
import type { Actor } from '../rules/permissions';
import { type Reason, ringingAt } from '../rules/routing-reason';
import type { MyOffersDto, OfferDto, WrapUpDto } from '../schemas/offer';
import { myCalls } from './list-calls';

type Row<T extends { until: string }> = Omit<T, 'until'> & { until: Date };

const TICKET = `'id', t.id, 'number', t.number, 'subject', t.subject`;
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What rings at this person at the moment, the longest first, and what he wraps up. */
export async function listOffers(actor: Actor, from: Sql = sql): Promise<MyOffersDto> {
  const { rows } = await from.query<Row<Omit<OfferDto, 'routing' | 'at'>> & { at: Date; reason: Reason }>(
    `SELECT o.id, o.kind, o.at, o.until, o.reason,
       json_build_object(${TICKET}, 'topic', t.topic, 'languages', t.languages,
         'since', ${iso('coalesce(t.waiting_since, t.created_at)')}) AS ticket,
       json_build_object('id', c.id, 'name', c.name, 'is_vip', ${isVip('c')}, 'organisation', ${organisationOf('c')}) AS customer
     FROM offer o JOIN ticket t ON t.id = o.ticket_id JOIN person c ON c.id = t.customer_id
     WHERE o.person_id = $1 AND o.state = 'ringing' AND o.ended_at IS NULL ORDER BY o.at, o.id`,
    [actor.id],
  );
  const { rows: wrapUps } = await from.query<Row<WrapUpDto>>(
    `SELECT o.id, o.kind, o.wrap_up_until AS until, json_build_object(${TICKET}) AS ticket
     FROM offer o JOIN ticket t ON t.id = o.ticket_id
     WHERE o.person_id = $1 AND o.wrap_up_until > now() AND o.wrap_up_until IS NOT NULL ORDER BY o.wrap_up_until`,
    [actor.id],
  );
  const { rows: reach } = await from.query<{ needs_telephone: boolean }>(
    `SELECT phone IS NULL AND EXISTS (SELECT 1 FROM phone_line WHERE is_active) AS needs_telephone FROM person WHERE id = $1`,
    [actor.id],
  );
  return {
    needs_telephone: reach[0]?.needs_telephone ?? false,
    calls: await myCalls(actor, from),
    results: rows.map(({ reason, at, until, ...row }) => ({
      ...row,
      at: at.toISOString(),
      until: until.toISOString(),
      routing: presentReason(ringingAt(reason)),
    })),
    wrap_ups: wrapUps.map(({ until, ...row }) => ({ ...row, until: until.toISOString() })),
  };
}
