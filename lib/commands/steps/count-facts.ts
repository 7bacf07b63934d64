import type { Tx } from '../../db/transaction';
import type { BusinessCalendar } from '../../rules/business-time';
import { type ClockEvent, measure, ticketClocks } from '../../rules/ticket-clocks';

/** Of the advisory lock under which facts and sums are written: one writer at a time, whatever process it is. */
const REPORT_LOCK = 7_310_002;

export const lockReports = (tx: Tx) => tx.query('SELECT pg_advisory_xact_lock($1)', [REPORT_LOCK]);

interface Row {
  id: string;
  last_seq: number;
  customer_id: string;
  priority: number;
  channel: string;
  topic: string | null;
  team_id: string | null;
  languages: string[];
  events: [type: string, at: number, actor: string | null, isPublic: boolean, data: ClockEvent['data']][];
}

/**
 * Works out the facts of tickets from their logs, anew each time, and marks the days whose sums changed. Twice, late or
 * in any order is the same. Ticket and log are read in one statement, so that both are of one moment.
 */
export async function countFacts(
  tx: Tx,
  ids: readonly string[],
  hours: { key: string; calendar: BusinessCalendar },
): Promise<void> {
  const { rows } = await tx.query<Row>(
    `SELECT t.id, t.last_seq, t.customer_id, t.priority, t.channel, t.topic, t.team_id, t.languages,
       coalesce((SELECT json_agg(json_build_array(e.type, extract(epoch FROM e.created_at) * 1000, e.actor_id,
                                                  e.public_seq IS NOT NULL, e.data) ORDER BY e.seq)
                 FROM event e WHERE e.ticket_id = t.id AND e.type NOT IN ('routing.changed', 'delivery.changed')), '[]') AS events
     FROM ticket t WHERE t.id = ANY($1::uuid[])`,
    [ids],
  );
  const facts = rows.map((row) => factOf(row, hours));
  await writeFacts(
    tx,
    facts.map(({ holds, ...fact }) => fact),
  );
  await writeHolds(
    tx,
    rows.map(({ id }) => id),
    facts.flatMap(({ holds }) => holds),
  );
}

function factOf(row: Row, { key, calendar }: { key: string; calendar: BusinessCalendar }) {
  const { id, customer_id, events, last_seq, ...attributes } = row;
  const log = events.map(([type, at, actorId, isPublic, data]) => ({ type, at, actorId, isPublic, data }));
  const clocks = ticketClocks(log, customer_id);
  const base = { ticket_id: id, seq: last_seq, hours: key, ...attributes };
  if (!clocks || clocks.isSetAside) return { ...base, status: clocks?.status ?? 'OPEN', holds: [] };
  const { createdAt, repliedAt, resolvedAt } = clocks;
  const reply = repliedAt === null ? null : measure(clocks.firstReply, calendar, repliedAt);
  const resolution = resolvedAt === null ? null : measure(clocks.resolution, calendar, resolvedAt);
  return {
    ...base,
    status: clocks.status,
    agent_id: clocks.agentId,
    created_at: iso(createdAt),
    created_day: calendar.dayOf(createdAt),
    replied_day: repliedAt === null ? null : calendar.dayOf(repliedAt),
    resolved_day: resolvedAt === null ? null : calendar.dayOf(resolvedAt),
    reply_seconds: reply?.seconds,
    reply_business: reply?.business,
    resolution_seconds: resolution?.seconds,
    resolution_business: resolution?.business,
    holds: clocks.holds.map(({ agentId, from, to }, position) => ({
      ticket_id: id,
      position,
      agent_id: agentId,
      held_from: iso(from),
      held_to: to === null ? null : iso(to),
    })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** Every column but the ticket's id, which is the key. */
const COLUMNS = [
  ...[
    'seq',
    'hours',
    'status',
    'priority',
    'channel',
    'topic',
    'team_id',
    'agent_id',
    'languages',
    'created_at',
  ],
  ...['created_day', 'replied_day', 'resolved_day'],
  ...['reply_seconds', 'reply_business', 'resolution_seconds', 'resolution_business'],
];

async function writeFacts(tx: Tx, facts: readonly object[]): Promise<void> {
  const days = (source: string) =>
    ['created', 'replied', 'resolved'].map((name) => `SELECT '${name}', ${source}.${name}_day FROM changed`);
  const apart = (row: string) => `(to_jsonb(${row}) - 'seq' - 'hours')`;
  await tx.query(
    `WITH fresh AS (SELECT * FROM jsonb_populate_recordset(NULL::ticket_fact, $1::jsonb)),
     changed AS (
       SELECT was, fresh FROM fresh LEFT JOIN ticket_fact was USING (ticket_id)
       WHERE was.ticket_id IS NULL OR ${apart('was')} <> ${apart('fresh')}
     ), written AS (
       INSERT INTO ticket_fact (ticket_id, ${COLUMNS.join(', ')}) SELECT ticket_id, ${COLUMNS.join(', ')} FROM fresh
       ON CONFLICT (ticket_id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
     )
     INSERT INTO report_dirty (measure, day)
     SELECT measure, day FROM (${[...days('(was)'), ...days('(fresh)')].join(' UNION ')}) AS d (measure, day)
     WHERE day IS NOT NULL ON CONFLICT DO NOTHING`,
    [JSON.stringify(facts)],
  );
}

async function writeHolds(tx: Tx, ids: readonly string[], holds: readonly object[]): Promise<void> {
  await tx.query('DELETE FROM ticket_hold WHERE ticket_id = ANY($1::uuid[])', [ids]);
  await tx.query(
    'INSERT INTO ticket_hold SELECT * FROM jsonb_populate_recordset(NULL::ticket_hold, $1::jsonb)',
    [JSON.stringify(holds)],
  );
}
