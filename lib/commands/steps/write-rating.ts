import { newNonce } from '../../auth/secrets';
import { newId } from '../../clock';
import type { TicketRow } from '../../db/sql/ticket-row';
import type { Sql, Tx } from '../../db/transaction';
import { Conflict } from '../../errors';
import type { TicketEventInput } from '../../events/catalogue';
import { getSettings } from '../../queries/get-settings';
import { isLow, rateableUntil } from '../../rules/rating';
import type { RateInput } from '../../schemas/rating';
import { assigneeMayTakeBack } from './assignee-may-take-back';
import { intoQueue } from './into-queue';
import { reopenLimit } from './reopen-limit';
import { statusColumns } from './status-columns';
import { writeTicket } from './write-ticket';

/**
 * What the customer says of the resolution of a locked ticket, once or otherwise than before. The same again changes
 * nothing and records nothing. A low score opens the ticket again, if the workspace wants that.
 *
 * @throws Conflict `not_resolved` when there is no resolution that the team had part in, `too_late` after its time.
 */
export async function writeRating(tx: Tx, ticket: TicketRow, { score, comment }: RateInput): Promise<void> {
  const before = ticket.rating;
  const text = comment === undefined ? (before?.comment ?? null) : comment;
  if (before && before.score === score && before.comment === text) return;
  const at = new Date();
  refuseIfOver(ticket, at);
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO rating AS r (id, ticket_id, resolved_at, agent_id, nonce, score, comment, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (ticket_id, resolved_at) DO UPDATE SET score = excluded.score, comment = excluded.comment,
       answered_at = coalesce(r.answered_at, excluded.answered_at),
       changed_at = CASE WHEN r.answered_at IS NOT NULL THEN excluded.answered_at END
     RETURNING id`,
    [newId(), ticket.id, ticket.resolved_at, await lastAgent(tx, ticket), newNonce(), score, text, at],
  );
  const data = { rating_id: rows[0]!.id, score, changed: before !== null };
  const rated: TicketEventInput = { type: 'ticket.rated', data, actorId: ticket.customer_id };
  const opens = isLow(score) && (await opensAgain(tx, ticket));
  const reopened = opens ? await reopen(tx, ticket, at) : { columns: {}, events: [] };
  await writeTicket(tx, ticket.id, reopened.columns, [rated, ...reopened.events], { at });
}

function refuseIfOver({ resolved_at, first_reply_at, rating }: TicketRow, now: Date): void {
  const answered_at = rating && new Date(rating.answered_at);
  const until = rateableUntil({ resolved_at, first_reply_at, answered_at });
  if (!until) throw new Conflict('not_resolved', 'There is no answer of ours to rate yet.');
  if (until < now) throw new Conflict('too_late', 'It is too late to rate this.');
}

/** Whose public reply stood last; the message that opened the ticket is none. */
export async function lastAgent(from: Sql, ticket: TicketRow): Promise<string | null> {
  const { rows } = await from.query<{ author_id: string }>(
    `SELECT m.author_id FROM message m JOIN person p ON p.id = m.author_id AND p.role <> 'customer'
     WHERE m.ticket_id = $1 AND m.id <> $2 AND NOT m.is_internal ORDER BY m.created_at DESC, m.id DESC LIMIT 1`,
    [ticket.id, ticket.first_message_id],
  );
  return rows[0]?.author_id ?? null;
}

async function opensAgain(tx: Tx, { status, spam_at, resolved_at }: TicketRow): Promise<boolean> {
  if (status !== 'RESOLVED' || spam_at !== null || resolved_at === null) return false;
  return (await getSettings(tx)).low_rating_reopens && resolved_at >= (await reopenLimit(tx));
}

/** As his answer would: to the assignee if he may take it, else into the queue. */
async function reopen(tx: Tx, ticket: TicketRow, at: Date) {
  const to = (await assigneeMayTakeBack(tx, ticket)) ? 'IN_PROGRESS' : 'OPEN';
  const queued = to === 'OPEN' ? intoQueue(ticket) : null;
  const status: TicketEventInput = {
    type: 'status.changed',
    data: { from: ticket.status, to, by_hand: false, cause: 'low_rating' },
    actorId: null,
  };
  return {
    columns: { ...statusColumns(ticket.status, to, at, true), ...queued?.columns },
    events: [...(queued?.events ?? []), status],
  };
}
