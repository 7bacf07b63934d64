import { v7 } from 'uuid';
import type { TicketColumns } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import type { TicketEventData, TicketEventType } from '../../events/catalogue';
import { afterCustomerMessage, statusAfterStaffReply } from '../../rules/status';
import type { Channel, Status } from '../../schemas/values';
import { statusColumns } from './status-columns';

/** Something that happened to a ticket long ago. */
export type PastStep =
  | { kind: 'assigned'; at: Date; to: string; reason: string }
  | { kind: 'reply'; at: Date; by: string; body: string; resolves: boolean }
  | { kind: 'note'; at: Date; by: string; body: string }
  | { kind: 'answer'; at: Date; body: string }
  | { kind: 'closed'; at: Date };

export interface PastTicket {
  subject: string;
  body: string;
  at: Date;
  /** Rank 0 to 3. */
  priority: number;
  channel: Channel;
  topic: string | null;
  languages: readonly string[];
  customerId: string;
  /** In the order of their times. */
  steps: readonly PastStep[];
}

interface MessageRow {
  id: string;
  author_id: string;
  is_internal: boolean;
  body: string;
  at: Date;
}
interface EventRow {
  type: TicketEventType;
  seq: number;
  public_seq: number | null;
  actor_id: string | null;
  data: object;
  at: Date;
}
type Columns = Partial<TicketColumns> & { id: string };

/** Ids sort by the time they speak of, as those of live rows do. */
const idAt = (at: Date): string => v7({ msecs: at.getTime() });

/**
 * Writes tickets with all that happened to them, as live ones have it: the same rules for status and turns, numbered
 * events, original times. The events count as published, so nobody is mailed and no screen is told.
 *
 * Numbers below 1001, the house's first, are free unless history was written before: then they are given anew.
 */
export async function writeHistory(tx: Tx, tickets: readonly PastTicket[]): Promise<string[]> {
  const { rows } = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM ticket WHERE number < 1001');
  const first = rows[0]!.n === 0 && tickets.length <= 1_000 ? 1_001 - tickets.length : null;
  const lives = tickets.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(live);
  await insertTickets(tx, lives, first);
  await insertMessages(tx, lives);
  await insertEvents(tx, lives);
  return lives.map(({ columns }) => columns.id);
}

class Life {
  readonly messages: MessageRow[] = [];
  readonly events: EventRow[] = [];
  readonly columns: Columns;
  private publicSeq = 0;
  status: Status = 'OPEN';

  constructor(readonly past: PastTicket) {
    this.columns = { id: idAt(past.at), waiting_since: past.at, version: 1 };
    const message_id = this.write(past.at, past.customerId, past.body);
    this.columns.first_message_id = message_id;
    this.record('ticket.created', past.at, past.customerId, { message_id });
  }

  write(at: Date, author_id: string, body: string, is_internal = false): string {
    const id = idAt(at);
    this.messages.push({ id, author_id, is_internal, body, at });
    this.columns.last_message_id = id;
    if (!is_internal) this.columns.last_public_message_id = id;
    return id;
  }

  record<T extends TicketEventType>(
    type: T,
    at: Date,
    actor_id: string | null,
    data: TicketEventData[T],
    isPublic = true,
  ): void {
    const public_seq = isPublic ? ++this.publicSeq : null;
    this.events.push({ type, seq: this.events.length + 1, public_seq, actor_id, data, at });
    this.columns.updated_at = at;
    if (isPublic) this.columns.public_updated_at = at;
    this.columns.last_seq = this.events.length;
    this.columns.last_public_seq = this.publicSeq;
  }

  become(to: Status, at: Date, actorId: string | null, by_hand = false): void {
    if (to === this.status) return;
    Object.assign(this.columns, statusColumns(this.status, to, at));
    this.columns.version = (this.columns.version ?? 1) + 1;
    this.record('status.changed', at, actorId, { from: this.status, to, by_hand });
    this.status = to;
  }
}

function live(past: PastTicket): Life {
  const life = new Life(past);
  for (const step of past.steps) apply(life, step);
  return life;
}

function apply(life: Life, step: PastStep): void {
  const { columns, past } = life;
  const { at } = step;
  if (step.kind === 'assigned') {
    columns.assignee_id = step.to;
    columns.assigned_at = at;
    columns.routing_reason = { text: step.reason };
    life.record('assignment.changed', at, null, { from: null, to: step.to, reason: step.reason });
    life.become('ASSIGNED', at, null);
  } else if (step.kind === 'reply') {
    life.record('message.created', at, step.by, { message_id: life.write(at, step.by, step.body) });
    columns.first_reply_at ??= at;
    columns.waiting_since = null;
    life.become(step.resolves ? 'RESOLVED' : statusAfterStaffReply(life.status), at, step.by);
  } else if (step.kind === 'note') {
    const message_id = life.write(at, step.by, step.body, true);
    life.record('message.created', at, step.by, { message_id }, false);
  } else if (step.kind === 'answer') {
    const message_id = life.write(at, past.customerId, step.body);
    life.record('message.created', at, past.customerId, { message_id });
    const effect = afterCustomerMessage(life.status, true);
    if (effect.kind === 'reopen') life.become(effect.to, at, past.customerId);
    columns.waiting_since ??= at;
  } else life.become('CLOSED', at, null);
}

async function insertTickets(tx: Tx, lives: readonly Life[], first: number | null): Promise<void> {
  const rows = lives.map(({ past, columns, status }, n) => ({
    subject: past.subject,
    status,
    priority: past.priority,
    channel: past.channel,
    topic: past.topic,
    languages: past.languages,
    customer_id: past.customerId,
    created_at: past.at,
    ...columns,
    n,
  }));
  await tx.query(
    `INSERT INTO ticket (id, number, subject, status, priority, channel, topic, languages, customer_id, assignee_id,
       waiting_since, is_demo, routing_reason, version, last_seq, last_public_seq, first_message_id, last_message_id,
       last_public_message_id, first_reply_at, assigned_at, resolved_at, closed_at, created_at, updated_at, public_updated_at)
     SELECT id, coalesce($2 + n, nextval(pg_get_serial_sequence('ticket', 'number'))), subject, status, priority, channel,
       topic, languages, customer_id, assignee_id, waiting_since, true, routing_reason, version, last_seq, last_public_seq,
       first_message_id, last_message_id, last_public_message_id, first_reply_at, assigned_at, resolved_at, closed_at,
       created_at, updated_at, public_updated_at
     FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, n int, subject text, status text, priority smallint, channel text,
       topic text, languages text[], customer_id uuid, assignee_id uuid, waiting_since timestamptz, routing_reason jsonb,
       version int, last_seq int, last_public_seq int, first_message_id uuid, last_message_id uuid,
       last_public_message_id uuid, first_reply_at timestamptz, assigned_at timestamptz, resolved_at timestamptz,
       closed_at timestamptz, created_at timestamptz, updated_at timestamptz, public_updated_at timestamptz)
     ORDER BY n`,
    [JSON.stringify(rows), first],
  );
}

async function insertMessages(tx: Tx, lives: readonly Life[]): Promise<void> {
  const rows = lives.flatMap(({ columns, past, messages }) =>
    messages.map((message) => ({ ...message, ticket_id: columns.id, origin: past.channel })),
  );
  await tx.query(
    `INSERT INTO message (id, ticket_id, author_id, is_internal, origin, body, created_at)
     SELECT id, ticket_id, author_id, is_internal, origin, body, at
     FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, ticket_id uuid, author_id uuid, is_internal boolean, origin text,
       body text, at timestamptz)`,
    [JSON.stringify(rows)],
  );
}

async function insertEvents(tx: Tx, lives: readonly Life[]): Promise<void> {
  const rows = lives.flatMap(({ columns, events }) =>
    events.map((event) => ({ ...event, id: idAt(event.at), ticket_id: columns.id })),
  );
  await tx.query(
    `INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at, published_at)
     SELECT id, ticket_id, type, seq, public_seq, actor_id, data, at, at
     FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, ticket_id uuid, type text, seq int, public_seq int, actor_id uuid,
       data jsonb, at timestamptz)`,
    [JSON.stringify(rows)],
  );
}
