import type { TicketColumns } from '../db/sql/ticket-row';
import type { Tx } from '../db/transaction';
import { Forbidden, Refusal } from '../errors';
import { loadTicket } from '../queries/access-ticket';
import { noticesFor } from '../rules/notifications';
import { type Actor, can, may } from '../rules/permissions';
import type { SellDto, SellInput } from '../schemas/claim';
import { UNSOLVED } from '../schemas/values';
import { mailAll } from './steps/mail-notices';
import { type Attempt, once } from './steps/once';
import { setStatusByHand } from './steps/set-status-by-hand';
import { statusColumns } from './steps/status-columns';
import { writeTickets } from './steps/write-ticket';

/**
 * "Done with these" (S3): resolves those of the tickets that are the caller's, and says of each other one why it is
 * left as it is. What is resolved already counts as done.
 *
 * @throws Forbidden for who is no agent.
 */
export function sellTickets(actor: Actor, input: SellInput, attempt?: Attempt): Promise<SellDto> {
  if (!may(actor, 'ticket.claim')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const ids = [...new Set(input.ticket_ids)];
    const rows = await lockTickets(tx, ids);
    const refused: SellDto['refused'] = [];
    const mine: TicketColumns[] = [];
    for (const id of ids) {
      const row = rows.get(id);
      if (!row || !can(actor, 'ticket.read', row)) refused.push({ id, code: 'not_found' });
      else if (row.assignee_id !== actor.id) refused.push({ id, code: 'not_yours' });
      else mine.push(row);
    }
    await resolvePlain(tx, actor, mine.filter(isPlain));
    for (const { id } of mine.filter((one) => !isPlain(one))) {
      const row = (await loadTicket(tx, id))!;
      const code = await refusalOf(() => setStatusByHand(tx, actor, row, 'RESOLVED'));
      if (code !== null) refused.push({ id, code });
    }
    const left = new Set(refused.map(({ id }) => id));
    return { resolved: ids.filter((id) => !left.has(id)), refused };
  });
}

/** In one order, so that two who name the same tickets do not wait for each other. */
async function lockTickets(tx: Tx, ids: readonly string[]): Promise<Map<string, TicketColumns>> {
  const { rows } = await tx.query<TicketColumns>(
    'SELECT * FROM ticket WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Unsolved, awake, nothing promised: resolving is the same for all of them, and done in one go. */
const isPlain = (row: TicketColumns): boolean =>
  (UNSOLVED as readonly string[]).includes(row.status) &&
  row.merged_into === null &&
  row.snoozed_until === null &&
  !row.snoozed_for_reply &&
  row.woken_from === null &&
  row.promise_at === null;

async function resolvePlain(tx: Tx, actor: Actor, tickets: readonly TicketColumns[]): Promise<void> {
  const events = await writeTickets(
    tx,
    tickets.map(({ id, status }) => ({
      id,
      events: [
        { type: 'status.changed', data: { from: status, to: 'RESOLVED', by_hand: true }, actorId: actor.id },
      ],
    })),
    statusColumns('IN_PROGRESS', 'RESOLVED', new Date()),
  );
  const rows = new Map(tickets.map((row) => [row.id, row]));
  await mailAll(
    tx,
    events.map(({ id, ticket_id }) => {
      const ticket = rows.get(ticket_id!)!;
      const audience = {
        actorId: actor.id,
        customerId: ticket.customer_id,
        assigneeId: actor.id,
        imported: ticket.is_imported,
      };
      const act = { kind: 'status', from: ticket.status, to: 'RESOLVED', byHand: true } as const;
      return { ticket, eventId: id, notices: noticesFor(act, audience) };
    }),
  );
}

/** The code that an act was refused with; null when it was done. A refusal comes before anything is written. */
async function refusalOf(act: () => Promise<void>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
