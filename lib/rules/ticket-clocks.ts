import type { Status } from '../schemas/values';
import type { BusinessCalendar } from './business-time';

/**
 * The clocks of a ticket (product 2.4), as a function of its events and nothing else.
 *
 * First reply: from creation to the first public message by somebody who is not the ticket's customer. The message
 * that opens the ticket, a note and an automatic mail are no reply. While the ticket is resolved no reply is owed: the
 * clock stands, and runs on if the ticket is reopened without ever having been answered.
 *
 * Resolution: from creation to RESOLVED. It stands while the ticket waits on the customer and while it is resolved; if
 * it is reopened, it runs on and the former resolution no longer counts.
 *
 * Both are measured twice over the same stretches: in calendar hours (every hour of them) and in business hours (what
 * of them lies in the house's open hours). Spam, what lies in the trash and what was
 * merged has no clocks: reports leave it out.
 */
export interface ClockEvent {
  type: string;
  /** Milliseconds since 1970. */
  at: number;
  actorId: string | null;
  /** Customers may know of it: a reply, not a note. */
  isPublic: boolean;
  data: Record<string, unknown>;
}

/** Why a clock ran or stood. */
export type ClockReason = 'running' | 'waiting' | 'resolved';
export interface ClockStretch {
  from: number;
  /** Null: until now. */
  to: number | null;
  reason: ClockReason;
}
/** A time during which somebody held the unsolved ticket; `to` null: he still does. */
export interface Hold {
  agentId: string;
  from: number;
  to: number | null;
}
export interface TicketClocks {
  createdAt: number;
  /** Of the first reply, or null while there is none. */
  repliedAt: number | null;
  /** Of the resolution that still holds, or null. */
  resolvedAt: number | null;
  status: Status;
  agentId: string | null;
  /** Spam, in the trash, or merged: its conversation is another ticket's. */
  isSetAside: boolean;
  firstReply: ClockStretch[];
  resolution: ClockStretch[];
  holds: Hold[];
}

/** A list of stretches that knows what it is in. */
class Clock {
  readonly stretches: ClockStretch[] = [];
  private stopped = false;
  turn(reason: ClockReason, at: number): void {
    const last = this.stretches.at(-1);
    if (this.stopped || last?.reason === reason) return;
    if (last) last.to = at;
    if (last && last.from === at) this.stretches.pop();
    // what stood for no time at all does not part what ran
    const former = this.stretches.at(-1);
    if (former?.reason === reason) former.to = null;
    else this.stretches.push({ from: at, to: null, reason });
  }
  stop(at: number): void {
    const last = this.stretches.at(-1);
    if (last && !this.stopped) last.to = at;
    this.stopped = true;
  }
}

const isOver = (status: Status): boolean => status === 'RESOLVED' || status === 'CLOSED';

/**
 * @param events of one ticket, by their numbers. Times that go back (an import added older messages) count as the
 *   time before them. Null when the log does not begin with the ticket's creation.
 */
export function ticketClocks(events: readonly ClockEvent[], customerId: string): TicketClocks | null {
  const first = events[0];
  if (first?.type !== 'ticket.created') return null;
  const firstReply = new Clock();
  const resolution = new Clock();
  const clocks: TicketClocks = {
    createdAt: first.at,
    repliedAt: null,
    resolvedAt: null,
    status: 'OPEN',
    agentId: null,
    isSetAside: false,
    firstReply: firstReply.stretches,
    resolution: resolution.stretches,
    holds: [],
  };
  const aside = { spam: false, trash: false, merged: false };
  firstReply.turn('running', first.at);
  resolution.turn('running', first.at);
  let now = first.at;
  for (const event of events.slice(1)) {
    now = Math.max(now, event.at);
    switch (event.type) {
      case 'message.created':
        if (clocks.repliedAt === null && isReply(event, customerId)) {
          clocks.repliedAt = now;
          firstReply.stop(now);
        }
        break;
      case 'status.changed':
        clocks.status = event.data.to as Status;
        if (!isOver(clocks.status)) clocks.resolvedAt = null;
        else clocks.resolvedAt ??= now;
        firstReply.turn(isOver(clocks.status) ? 'resolved' : 'running', now);
        resolution.turn(reasonOf(clocks.status), now);
        hold(clocks, now);
        break;
      case 'assignment.changed':
        clocks.agentId = typeof event.data.to === 'string' ? event.data.to : null;
        hold(clocks, now);
        break;
      case 'spam.changed':
        aside.spam = event.data.is_spam === true;
        break;
      case 'ticket.deleted':
      case 'ticket.restored':
        aside.trash = event.type === 'ticket.deleted';
        break;
      case 'ticket.merged':
      case 'ticket.unmerged':
        aside.merged = event.type === 'ticket.merged';
        break;
    }
  }
  clocks.isSetAside = aside.spam || aside.trash || aside.merged;
  return clocks;
}

const isReply = (event: ClockEvent, customerId: string): boolean =>
  event.isPublic && event.actorId !== null && event.actorId !== customerId;

function reasonOf(status: Status): ClockReason {
  if (isOver(status)) return 'resolved';
  return status === 'WAITING_ON_CUSTOMER' ? 'waiting' : 'running';
}

/** Ends the hold that no longer is, begins the one that is. */
function hold(clocks: TicketClocks, at: number): void {
  const last = clocks.holds.at(-1);
  const open = last?.to === null ? last : undefined;
  const holder = isOver(clocks.status) ? null : clocks.agentId;
  if ((open?.agentId ?? null) === holder) return;
  if (open) open.to = at;
  if (open && open.from === at) clocks.holds.pop();
  if (holder !== null) clocks.holds.push({ agentId: holder, from: at, to: null });
}

/** Length of what counts until now, in whole seconds. `business` is null when the house never opens. */
export function measure(
  stretches: readonly ClockStretch[],
  calendar: BusinessCalendar,
  now: number,
): { seconds: number; business: number | null } {
  let all = 0;
  let open = 0;
  for (const { from, to, reason } of stretches) {
    if (reason !== 'running') continue;
    all += (to ?? now) - from;
    open += calendar.between(from, to ?? now);
  }
  return {
    seconds: Math.round(all / 1_000),
    business: calendar.everOpens ? Math.round(open / 1_000) : null,
  };
}

/** A part of a clock's time as a person may check it. Only `counted` ones are in the business hours' number. */
export interface Explained {
  from: number;
  to: number;
  counted: boolean;
  reason: 'counted' | 'closed' | 'waiting' | 'resolved';
}

/** Every stretch of a clock with why it counts or not, cut at opening and closing time. The running one ends now. */
export function explainClock(
  stretches: readonly ClockStretch[],
  calendar: BusinessCalendar,
  now: number,
): Explained[] {
  const parts: Explained[] = [];
  const add = (from: number, to: number, reason: Explained['reason']) => {
    if (from < to) parts.push({ from, to, counted: reason === 'counted', reason });
  };
  for (const { from, to: end, reason } of stretches) {
    // resolved until now is the end of the clock, not a part of it
    if (reason === 'resolved' && end === null) continue;
    const to = end ?? now;
    if (reason !== 'running') {
      add(from, to, reason);
      continue;
    }
    let at = from;
    for (const open of calendar.openWithin(from, to)) {
      add(at, open.from, 'closed');
      add(open.from, open.to, 'counted');
      at = open.to;
    }
    add(at, to, 'closed');
  }
  return parts;
}
