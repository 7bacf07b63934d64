import { newId } from '@/lib/clock';
import { sql } from '@/lib/db/transaction';

/** A past event of a ticket: hours after its creation, what, by whom. */
export interface PastEvent {
  hours: number;
  type: string;
  data?: Record<string, unknown>;
  actor?: string | null;
  isPublic?: boolean;
}

interface PastTicket {
  customer: string;
  createdAt: Date;
  channel?: string;
  topic?: string | null;
  languages?: string[];
  team?: string | null;
  events?: readonly PastEvent[];
}

/** Writes a ticket of the past with its log, as an import with original times would. Answers with its id. */
export async function writeHistory(ticket: PastTicket): Promise<string> {
  const id = newId();
  const message = newId();
  const events: PastEvent[] = [
    { hours: 0, type: 'ticket.created', actor: ticket.customer, data: { message_id: message } },
    ...(ticket.events ?? []),
  ];
  const last = (type: string) => events.findLast((event) => event.type === type)?.data?.to ?? null;
  await sql.query(
    `WITH t AS (
       INSERT INTO ticket (id, subject, channel, topic, languages, team_id, customer_id, status, assignee_id, last_seq,
         last_public_seq, first_message_id, last_message_id, last_public_message_id, created_at, updated_at, is_imported)
       VALUES ($1, 'Past', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11, $12, $12, true)
     )
     INSERT INTO message (id, ticket_id, author_id, body, created_at) VALUES ($11, $1, $6, 'Past', $12)`,
    [
      id,
      ticket.channel ?? 'WEB',
      ticket.topic ?? null,
      ticket.languages ?? [],
      ticket.team ?? null,
      ticket.customer,
      last('status.changed') ?? 'OPEN',
      last('assignment.changed'),
      events.length,
      events.filter(({ isPublic }) => isPublic !== false).length,
      message,
      ticket.createdAt,
    ],
  );
  let publicSeq = 0;
  const rows = events.map(({ hours, type, data, actor, isPublic }, index) => ({
    ...{ id: newId(), seq: index + 1, type, data: data ?? {}, actor_id: actor ?? null },
    public_seq: isPublic === false ? null : ++publicSeq,
    created_at: new Date(ticket.createdAt.getTime() + hours * 3_600_000),
  }));
  await sql.query(
    `INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at, published_at)
     SELECT id, $1, type, seq, public_seq, actor_id, data, created_at, now()
     FROM jsonb_to_recordset($2) AS e (id uuid, type text, seq int, public_seq int, actor_id uuid, data jsonb, created_at timestamptz)`,
    [id, JSON.stringify(rows)],
  );
  return id;
}
