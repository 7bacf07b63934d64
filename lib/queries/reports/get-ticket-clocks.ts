import { sql } from '../../db/transaction';
import type { BusinessCalendar } from '../../rules/business-time';
import type { Actor } from '../../rules/permissions';
import { type ClockStretch, explainClock, measure, ticketClocks } from '../../rules/ticket-clocks';
import type { TicketClocksDto } from '../../schemas/report';
import { accessTicket } from '../access-ticket';
import { reportCalendar } from './report-calendar';

/** Why one ticket counts as it does: both clocks, each stretch of them, and whether it counted. */
export async function getTicketClocks(actor: Actor, ref: string): Promise<TicketClocksDto> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.read');
  const { calendar } = await reportCalendar(sql);
  const { rows } = await sql.query<{
    type: string;
    created_at: Date;
    actor_id: string | null;
    public_seq: number | null;
    data: Record<string, unknown>;
  }>('SELECT type, created_at, actor_id, public_seq, data FROM event WHERE ticket_id = $1 ORDER BY seq', [
    ticket.id,
  ]);
  const clocks = ticketClocks(
    rows.map(({ created_at, actor_id, public_seq, ...event }) => ({
      ...event,
      at: created_at.getTime(),
      actorId: actor_id,
      isPublic: public_seq !== null,
    })),
    ticket.customer_id,
  );
  const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
  return {
    ticket: { id: ticket.id, number: ticket.number, subject: ticket.subject },
    time_zone: calendar.timeZone,
    is_counted: clocks !== null && !clocks.isSetAside,
    created_at: iso(clocks?.createdAt),
    replied_at: iso(clocks?.repliedAt),
    resolved_at: iso(clocks?.resolvedAt),
    first_reply: explained(clocks?.firstReply ?? [], clocks?.repliedAt ?? null, calendar),
    resolution: explained(clocks?.resolution ?? [], clocks?.resolvedAt ?? null, calendar),
  };
}

function explained(
  stretches: readonly ClockStretch[],
  metAt: number | null,
  calendar: BusinessCalendar,
): TicketClocksDto['first_reply'] {
  const now = Date.now();
  const { seconds, business } = measure(stretches, calendar, now);
  return {
    state: stretches.length === 0 ? 'none' : metAt === null ? 'running' : 'met',
    calendar_seconds: seconds,
    business_seconds: business,
    stretches: explainClock(stretches, calendar, now).map(({ from, to, ...rest }) => ({
      ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      ...rest,
    })),
  };
}
