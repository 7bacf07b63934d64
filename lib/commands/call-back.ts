import { toE164 } from '../channels/voice/phone-number';
import { newId } from '../clock';
import type { CallRow } from '../db/sql/call-row';
import { Conflict } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { accessTicket, loadTicket } from '../queries/access-ticket';
import type { Actor } from '../rules/permissions';
import type { TicketDto } from '../schemas/ticket';
import { queueAct } from './steps/call-acts';
import { addLeg } from './steps/call-legs';
import { callEvent } from './steps/change-call';
import { type Attempt, once } from './steps/once';
import { refuseInCall, telephoneOf } from './steps/put-through';
import { writeTicket } from './steps/write-ticket';

/**
 * Calls the customer of a ticket: first the agent's telephone rings, then his. By the line that he called, else by the
 * first one of the ticket's team, else of the house.
 *
 * @throws Conflict `no_telephone`, `no_number` when the customer has none, `no_line`, `in_call`; NotFound, Forbidden.
 */
export function callBack(actor: Actor, ref: string, attempt?: Attempt): Promise<TicketDto> {
  return once(actor, attempt, async (tx) => {
    const ticket = await accessTicket(tx, actor, ref, 'ticket.reply', { lock: true });
    await telephoneOf(tx, actor.id);
    await refuseInCall(tx, actor.id, null);
    const { rows } = await tx.query<{
      phone: string | null;
      number: string | null;
      line_id: string | null;
      is_live: boolean;
    }>(
      `SELECT (SELECT phone FROM person WHERE id = $2) AS phone, last.customer_number AS number,
         EXISTS (SELECT 1 FROM call WHERE ticket_id = $1 AND ended_at IS NULL) AS is_live,
         (SELECT id FROM phone_line WHERE is_active
          ORDER BY id = last.line_id DESC NULLS LAST, team_id = $3 DESC NULLS LAST, created_at LIMIT 1) AS line_id
       FROM (SELECT 1) one LEFT JOIN LATERAL (
         SELECT line_id, customer_number FROM call WHERE ticket_id = $1 ORDER BY started_at DESC LIMIT 1) last ON true`,
      [ticket.id, ticket.customer_id, ticket.team_id],
    );
    const { phone, number, line_id, is_live } = rows[0]!;
    const to = toE164(number ?? phone ?? '');
    if (is_live) throw new Conflict('in_call', 'There is a call about this ticket.');
    if (!to) throw new Conflict('no_number', 'There is no telephone number of this customer.');
    if (!line_id) throw new Conflict('no_line', 'There is no telephone line.');
    const { rows: calls } = await tx.query<CallRow>(
      `INSERT INTO call (id, line_id, ticket_id, direction, customer_number, language, agent_id, started_at)
       VALUES ($1, $2, $3, 'out', $4, $5, $6, clock_timestamp()) RETURNING *`,
      [newId(), line_id, ticket.id, to, ticket.languages[0] ?? null, actor.id],
    );
    const call = calls[0]!;
    await queueAct(tx, call.id, 'dial', await addLeg(tx, call.id, { party: 'agent', personId: actor.id }));
    await writeTicket(tx, ticket.id, {}, [callEvent(call, 'dialled', { actorId: actor.id })]);
    return presentTicket((await loadTicket(tx, ticket.id))!, audienceOf(actor.role));
  });
}
