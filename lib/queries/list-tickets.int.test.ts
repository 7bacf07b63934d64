import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBulk } from '@/tests/in-bulk';
import { newId } from '../clock';
import { closePool } from '../db/pool';
import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import { VIEWS } from '../rules/views';
import { type ListTicketsQuery, listTicketsQuery } from '../schemas/list-tickets';
import type { TicketDto } from '../schemas/ticket';
import { GROUPS, PRIORITIES, type Role, SORTS, type Visibility } from '../schemas/values';
import type { ViewFilter } from '../schemas/view';
import { countTickets, countTicketsSql, listTickets, listTicketsSql } from './list-tickets';

const ROWS = 100_000;
let admin: Actor;
let agent: Actor;
let customer: Actor;

async function person(role: Role, name: string): Promise<Actor> {
  const id = newId();
  await sql.query('INSERT INTO person (id, name, role) VALUES ($1, $2, $3)', [id, name, role]);
  return { id, role, name, sessionId: null, scope: PLAIN_SCOPE };
}

beforeAll(async () => {
  admin = await person('admin', 'Admin');
  agent = await person('agent', 'Agent');
  const other = await person('agent', 'Other');
  customer = await person('customer', 'Søren 100%_');
  const crowd = await person('customer', 'Crowd');
  // one in a thousand is the agent's, one in five hundred waits, the rest is others' or done
  await inBulk((tx) =>
    tx.query(
      `WITH new AS (SELECT make_uuid_v7() AS id, make_uuid_v7() AS message, n FROM generate_series(1, $4::int) n), t AS (
       INSERT INTO ticket (id, subject, status, priority, customer_id, assignee_id, waiting_since, created_at, updated_at,
                           first_message_id, last_message_id, last_public_message_id, tags)
       SELECT id, 'Ticket ' || n,
              CASE WHEN n % 500 = 0 THEN 'OPEN' WHEN n % 1000 = 1 THEN 'IN_PROGRESS' ELSE 'CLOSED' END, n % 4,
              CASE WHEN n % 100 = 0 THEN $1::uuid ELSE $2::uuid END,
              CASE WHEN n % 500 = 0 THEN NULL WHEN n % 1000 = 1 THEN $3::uuid ELSE $5::uuid END,
              CASE WHEN n % 500 = 0 THEN now() - make_interval(mins => n) END,
              now() - make_interval(mins => n), now() - make_interval(mins => n), message, message, message,
              CASE WHEN n % 1000 = 1 THEN ARRAY['vip', 'loans'] WHEN n % 50 = 0 THEN ARRAY['common'] ELSE '{}' END FROM new
     ) INSERT INTO message (id, ticket_id, author_id, body) SELECT message, id, $1, 'text ' || n FROM new`,
      [customer.id, crowd.id, agent.id, ROWS, other.id],
    ),
  );
  await sql.query('ANALYZE');
}, 60_000);
afterAll(() => closePool());

const parse = (query: Record<string, string> = {}): ListTicketsQuery => listTicketsQuery.parse(query);

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}
async function plan(actor: Actor, query: ListTicketsQuery): Promise<Node[]> {
  const { text, values } = listTicketsSql(actor, query);
  const { rows } = await sql.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return flat(rows[0]!['QUERY PLAN'][0].Plan);
}

describe('the plan of a list', () => {
  const inTeams = (visibility: Visibility): Actor => ({
    ...agent,
    scope: { visibility, team_ids: [newId(), newId()] },
  });
  const cases: [string, () => Actor, Record<string, string>][] = [
    ...SORTS.filter((sort) => sort !== 'priority').map(
      (sort): [string, () => Actor, Record<string, string>] => [
        `admin, ${sort}`,
        () => admin,
        sort === 'waiting' || sort === 'urgency' ? { sort, status: 'OPEN,ASSIGNED' } : { sort },
      ],
    ),
    ['admin, the queue by priority', () => admin, { sort: 'priority', status: 'OPEN', assignee: 'none' }],
    ['admin, what is urgent', () => admin, { urgency: '2,3' }],
    ['agent, newest', () => agent, {}],
    ['agent of two teams, newest', () => inTeams('team'), {}],
    [
      'agent of two teams, unassigned and oldest',
      () => inTeams('team'),
      { assignee: 'none', sort: 'oldest' },
    ],
    ['agent who sees his own alone', () => inTeams('own'), {}],
    ['agent who sees all', () => inTeams('all'), {}],
    ['agent, his own', () => agent, { assignee: 'me', status: 'ASSIGNED,IN_PROGRESS', sort: 'waiting' }],
    ['agent, unassigned', () => agent, { assignee: 'none', status: 'OPEN', sort: 'waiting' }],
    ['customer, his own', () => customer, {}],
    ['admin, by tag', () => admin, { tag: 'vip,gone' }],
    ['agent, by tag', () => agent, { tag: 'common', sort: 'updated' }],
    ['admin, waiting for long', () => admin, { waiting_over: '4h', sort: 'waiting' }],
    ['admin, by status, newest', () => admin, { group: 'status' }],
    ['agent, by priority, newest', () => agent, { group: 'priority' }],
    // those parts are sorted: of what is unsolved, never of all history
    ...(['assignee', 'customer', 'topic'] as const).map(
      (group): [string, () => Actor, Record<string, string>] => [
        `admin, what is unsolved by ${group}`,
        () => admin,
        { group, status: 'OPEN,ASSIGNED,IN_PROGRESS,WAITING_ON_CUSTOMER' },
      ],
    ),
    ['agent, what is his to see by customer', () => agent, { group: 'customer' }],
    ['admin, several holders', () => admin, { assignee: 'me,none', status: 'OPEN', sort: 'waiting' }],
  ];
  it.each(cases)('%s reads tickets through an index', async (_, actor, query) => {
    const nodes = await plan(actor(), parse(query));
    expect(
      nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'ticket'),
    ).toEqual([]);
  });
});

describe('the plan of a count', () => {
  const views: [string, ViewFilter][] = [
    ...VIEWS.filter(({ key }) => key !== 'resolved').map(({ key, filter }): [string, ViewFilter] => [
      key,
      filter,
    ]),
    ['by tag', { tag: ['vip'] }],
    ['by tag and status', { tag: ['common'], status: ['OPEN'] }],
    ['by waiting time', { waiting_over: '1d' }],
  ];
  it.each(views)('of the view %s reads tickets through an index', async (_, filter) => {
    for (const actor of [admin, agent]) {
      const { text, values } = countTicketsSql(actor, { in: 'inbox', ...filter });
      const { rows } = await sql.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        values,
      );
      const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
      const scans = flat(rows[0]!['QUERY PLAN'][0].Plan).filter((node) => node['Node Type'] === 'Seq Scan');
      expect(scans.map((node) => node['Relation Name'])).not.toContain('ticket');
    }
  });
});

describe('a list', () => {
  it.each(SORTS)('by %s walks every ticket once, page by page, in order', async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = parse({ sort, limit: '37', status: 'OPEN,IN_PROGRESS', ...(cursor ? { cursor } : {}) });
      const page = await listTickets(agent, query);
      seen.push(...page.results.map((ticket) => ticket.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen.length).toBe(ROWS / 500 + ROWS / 1000);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(GROUPS)('in groups by %s walks every ticket once, one group after the other', async (group) => {
    const seen: TicketDto[] = [];
    let cursor: string | undefined;
    do {
      const query = parse({ group, limit: '37', status: 'OPEN,IN_PROGRESS', ...(cursor ? { cursor } : {}) });
      const page = await listTickets(agent, query);
      seen.push(...page.results);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(ROWS / 500 + ROWS / 1000);
    expect(seen).toHaveLength(ROWS / 500 + ROWS / 1000);
    const keys = seen.map((ticket) =>
      group === 'assignee'
        ? ticket.assigned_agent
        : group === 'customer'
          ? ticket.customer.id
          : ticket[group],
    );
    const turns = keys.filter((key, n) => key !== keys[n - 1]);
    expect(turns).toHaveLength(new Set(keys).size);
    if (group === 'status') expect(turns).toEqual(['OPEN', 'IN_PROGRESS']);
    if (group === 'priority')
      expect(turns).toEqual(PRIORITIES.toReversed().filter((one) => keys.includes(one)));
    for (const [n, ticket] of seen.entries())
      if (n > 0 && keys[n] === keys[n - 1]) expect(ticket.created_at <= seen[n - 1]!.created_at).toBe(true);
  });

  it('is parted for staff alone', async () => {
    await expect(listTickets(customer, parse({ group: 'assignee' }))).rejects.toBeInstanceOf(Invalid);
  });

  it('shows each person what is his to see, and counts the same', async () => {
    expect(await countTickets(customer, { in: 'inbox' })).toEqual({ count: ROWS / 100, capped: false });
    expect(await countTickets(agent, { in: 'inbox' })).toEqual({
      count: ROWS / 500 + ROWS / 1000,
      capped: false,
    });
    expect(await countTickets(admin, { in: 'inbox' })).toEqual({ count: 1000, capped: true });
    for (const view of VIEWS) {
      const { count } = await countTickets(agent, { in: 'inbox', ...view.filter });
      const page = await listTickets(agent, { ...parse({ limit: '100' }), ...view.filter, sort: view.sort });
      expect(page.results.length).toBe(Math.min(count, 100));
    }
  });

  it('takes % and _ in a name for what they are', async () => {
    const found = await listTickets(admin, parse({ q: '100%_' }));
    expect(found.results.length).toBeGreaterThan(0);
    expect((await listTickets(admin, parse({ q: '%%' }))).results).toEqual([]);
  });

  it.each(['garbage', 'a.b', ''])('refuses the cursor %j', async (cursor) => {
    if (cursor === '') return expect(await listTickets(admin, parse({ limit: '1' }))).toHaveProperty('next');
    await expect(listTickets(admin, parse({ cursor }))).rejects.toBeInstanceOf(Invalid);
  });

  it('refuses a cursor of somebody else', async () => {
    const { next } = await listTickets(admin, parse({ limit: '1' }));
    await expect(listTickets(agent, parse({ cursor: next! }))).rejects.toBeInstanceOf(Invalid);
  });
});
