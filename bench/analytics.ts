import { countEverything } from '@/lib/commands/count-everything';
import type { Figure } from './figure';
import { client, type House, percentile } from './house';
import { makePeople } from './people';

const TICKETS = 1_000_000;
const REBUILT = 10_000;
const ASKED = 40;
/** Asked first and not counted: connections open, and a process compiles what it runs. */
const WARM = 3;
const DAY_MS = 86_400_000;
const AIM = { most: 300 };

/**
 * The dashboard over a year of 1,000,000 tickets (facts and their sums; the tickets themselves are not read), and how
 * fast facts and sums are rebuilt from the log.
 */
export async function benchAnalytics(house: House): Promise<Figure[]> {
  const [admin] = await makePeople(house.pool, 'admin', 1);
  await writeLogs(house, REBUILT);
  const rebuilding = performance.now();
  const counted = await countEverything({ anew: true });
  const rebuilt = counted / ((performance.now() - rebuilding) / 1_000);
  await writeFacts(house, TICKETS);
  const http = client(house.url, 1);
  const year = `from=${dayAgo(364)}&to=${dayAgo(0)}`;
  const p95 = async (path: string) => {
    const times: number[] = [];
    for (let n = 0; n < WARM + ASKED; n++) {
      const began = performance.now();
      const { status, body } = await http.send('GET', `/api/analytics/${path}`, admin!.token);
      if (status !== 200) throw new Error(`${status} ${body.slice(0, 200)}`);
      times.push(performance.now() - began);
    }
    return percentile(times.slice(WARM), 0.95);
  };
  const figures: Figure[] = [];
  for (const [name, path, aim] of [
    ['dashboard', `report/?${year}`, AIM],
    ['dashboard, compared', `report/?${year}&compare=1`],
    ['dashboard, one filter', `report/?${year}&channel=EMAIL`, AIM],
    ['by team', `breakdown/?${year}&by=team`],
    ['by agent', `breakdown/?${year}&by=agent`],
  ] as const)
    figures.push({
      name: `a year of ${TICKETS.toLocaleString('en')} tickets: ${name}, p95`,
      value: await p95(path),
      unit: 'ms',
      aim,
    });
  http.close();
  return [...figures, { name: 'facts and sums rebuilt, tickets', value: rebuilt, unit: '/s' }];
}

const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Tickets with a log of six events each, over the last year. */
async function writeLogs(house: House, tickets: number): Promise<void> {
  await house.pool.query(
    `WITH c AS (INSERT INTO person (id, name, role) VALUES (make_uuid_v7(), 'Customer', 'customer') RETURNING id),
     a AS (INSERT INTO person (id, name, role) VALUES (make_uuid_v7(), 'Agent', 'agent') RETURNING id),
     new AS (
       SELECT make_uuid_v7() AS id, make_uuid_v7() AS message, now() - n * interval '365 days' / $1::int AS at
       FROM generate_series(1, $1::int) n
     ), t AS (
       INSERT INTO ticket (id, subject, status, customer_id, first_message_id, last_message_id, last_public_message_id,
                           created_at, last_seq, last_public_seq, is_imported)
       SELECT new.id, 'Past', 'RESOLVED', c.id, message, message, message, at, 6, 6, true FROM new, c
     ), m AS (
       INSERT INTO message (id, ticket_id, author_id, body, created_at) SELECT message, new.id, c.id, 'Past', at FROM new, c
     )
     INSERT INTO event (id, ticket_id, type, seq, public_seq, actor_id, data, created_at, published_at)
     SELECT make_uuid_v7(), new.id, e.type, e.seq, e.seq, CASE e.by WHEN 'c' THEN c.id ELSE a.id END,
            jsonb_build_object('to', coalesce(e.to, a.id::text)), at + e.hours * random() * interval '1 hour', now()
     FROM new, c, a, (VALUES
       (1, 'ticket.created', 'c', NULL, 0), (2, 'assignment.changed', 'a', NULL, 1), (3, 'status.changed', 'a', 'ASSIGNED', 1),
       (4, 'message.created', 'a', NULL, 9), (5, 'status.changed', 'a', 'IN_PROGRESS', 9), (6, 'status.changed', 'a', 'RESOLVED', 90)
     ) AS e (seq, type, by, "to", hours)`,
    [tickets],
  );
}

/** Facts of as many tickets without the tickets themselves (which is why the key to them goes), 50 agents, ten teams and topics; then their days' sums. */
async function writeFacts(house: House, tickets: number): Promise<void> {
  await house.pool.query('ALTER TABLE ticket_fact DROP CONSTRAINT ticket_fact_ticket_id_fkey');
  await house.pool.query(
    `INSERT INTO ticket_fact (ticket_id, seq, hours, status, priority, channel, topic, team_id, agent_id, languages, created_at,
       created_day, replied_day, resolved_day, reply_seconds, reply_business, resolution_seconds, resolution_business)
     SELECT make_uuid_v7(), 6, 'bench', CASE WHEN n % 500 = 0 THEN 'IN_PROGRESS' ELSE 'CLOSED' END, n % 4,
       (ARRAY['WEB', 'EMAIL', 'CHAT', 'API'])[1 + n % 4], 'topic ' || n % 10,
       ('00000000-0000-7000-8000-' || lpad((n % 9)::text, 12, '0'))::uuid,
       ('00000000-0000-7000-9000-' || lpad((n % 50)::text, 12, '0'))::uuid,
       (ARRAY['{en}', '{de}', '{}', '{fr}', '{it}'])[1 + n % 5]::text[], at, at::date, (at + reply * interval '1 second')::date,
       CASE WHEN n % 500 > 0 THEN (at + 3 * reply * interval '1 second')::date END,
       reply, reply / 3, CASE WHEN n % 500 > 0 THEN reply * 3 END, CASE WHEN n % 500 > 0 THEN reply END
     FROM (
       SELECT n, now() - n * interval '365 days' / $1::int AS at, exp(5 + random() * 8)::int AS reply FROM generate_series(1, $1::int) n
     ) g`,
    [tickets],
  );
  await house.pool.query('ANALYZE ticket_fact');
  await house.pool.query(
    `INSERT INTO report_dirty SELECT 'created', created_day FROM ticket_fact UNION SELECT 'replied', replied_day FROM ticket_fact
     UNION SELECT 'resolved', resolved_day FROM ticket_fact WHERE resolved_day IS NOT NULL ON CONFLICT DO NOTHING`,
  );
  await countEverything();
  await house.pool.query('VACUUM ANALYZE report_day, report_month');
}
