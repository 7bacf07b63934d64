import { CALL_JSON } from '../db/sql/call-row';
import { type Sql, sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { LineCallDto, MyCallDto } from '../schemas/call';

const LAST = 50;

/** The last calls of all lines, for admins. */
export async function listCalls(actor: Actor): Promise<{ results: LineCallDto[] }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<Pick<LineCallDto, 'ticket' | 'trouble'> & { call: MyCallDto }>(
    `SELECT ${CALL_JSON} AS call,
       (SELECT json_build_object('number', t.number) FROM ticket t WHERE t.id = c.ticket_id AND t.deleted_at IS NULL) AS ticket,
       coalesce((SELECT a.error FROM call_act a WHERE a.call_id = c.id AND a.error IS NOT NULL AND a.state <> 'done'
         ORDER BY a.created_at DESC LIMIT 1),
         (SELECT 'The recording could not be fetched.' FROM recording r WHERE r.call_id = c.id AND r.state = 'lost' LIMIT 1)) AS trouble
     FROM call c ORDER BY c.started_at DESC, c.id DESC LIMIT ${LAST}`,
  );
  return { results: rows.map(({ call, ...row }) => ({ ...call, ...row })) };
}

/** The calls that this person is in, or is being put through to. */
export async function myCalls(actor: Actor, from: Sql = sql): Promise<MyCallDto[]> {
  const { rows } = await from.query<Pick<MyCallDto, 'ticket' | 'customer'> & { call: MyCallDto }>(
    `SELECT ${CALL_JSON} AS call, json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) AS ticket,
       json_build_object('id', p.id, 'name', p.name) AS customer
     FROM call c JOIN ticket t ON t.id = c.ticket_id JOIN person p ON p.id = t.customer_id
     WHERE c.agent_id = $1 AND c.ended_at IS NULL ORDER BY c.started_at`,
    [actor.id],
  );
  return rows.map(({ call, ...row }) => ({ ...call, ...row }));
}
