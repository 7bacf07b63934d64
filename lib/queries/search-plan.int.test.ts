import { afterAll, beforeAll, expect, it } from 'vitest';
import { addActor } from '@/tests/factories';
import { inBulk } from '@/tests/in-bulk';
import { closePool } from '../db/pool';
import { ANSWERS_TO_LIKE } from '../db/sql/answers';
import { countLately, WAITING_NOW } from '../db/sql/board';
import { inTransaction, sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { parseSearchQuery } from '../rules/search-query';
import { listTicketsQuery } from '../schemas/list-tickets';
import { searchQuery } from '../schemas/search';
import { DEMANDS_UP_TO } from './get-queue-place';
import { countTicketsSql, listTicketsSql } from './list-tickets';
import { getRoutingSetup } from './routing-setup';
import { searchTicketsSql } from './search-tickets';
import { SEARCH_SETTINGS, searchWords } from './search-words';
import { readSearch } from './searched';

/** Search over 100,000 tickets: what the planner makes of it, and that it is quick. The bench does it with a million. */
const ROWS = 100_000;
let people: Record<'admin' | 'agent' | 'customer', Actor>;

beforeAll(async () => {
  const [admin, agent, customer, crowd, other] = await Promise.all([
    addActor('admin'),
    addActor('agent'),
    addActor('customer'),
    addActor('customer'),
    addActor('agent'),
  ]);
  people = { admin, agent, customer };
  // most are closed and somebody else's; the words are `common` in all, `w7` in one of a hundred, `n12345` in one
  await inBulk((tx) =>
    tx.query(
      `WITH new AS (SELECT make_uuid_v7() AS id, make_uuid_v7() AS message, n FROM generate_series(1, $1::int) n), t AS (
         INSERT INTO ticket (id, subject, status, customer_id, assignee_id, created_at, updated_at, indexed_seq,
                             first_message_id, last_message_id, last_public_message_id)
         SELECT id, 'Subject ' || n, CASE WHEN n % 100 = 0 THEN 'OPEN' ELSE 'CLOSED' END,
                CASE WHEN n % 1000 = 0 THEN $2::uuid ELSE $3::uuid END,
                CASE WHEN n % 100 = 0 THEN NULL WHEN n % 100 = 1 THEN $4::uuid ELSE $5::uuid END,
                now() - make_interval(mins => n), now() - make_interval(mins => n), 1, message, message, message FROM new
       ), m AS (
         INSERT INTO message (id, ticket_id, author_id, body) SELECT message, id, $2, 'common n' || n FROM new
       ), w AS (
         INSERT INTO message_search (message_id, ticket_id, words)
         SELECT message, id, format('common:1 n%s:2 w%s:3', n, n % 100)::tsvector FROM new
       )
       INSERT INTO ticket_search (ticket_id, configs, subject, staff, customer)
       SELECT id, '{english}', 'subject ' || n, v, v
       FROM new, LATERAL (SELECT format('common:1 n%s:2 w%s:3', n, n % 100)::tsvector AS v OFFSET 0) v`,
      [ROWS, customer.id, crowd.id, agent.id, other.id],
    ),
  );
  await sql.query(`INSERT INTO search_config VALUES ('english')`);
  await sql.query('ANALYZE');
}, 60_000);
afterAll(() => closePool());

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

it.each<[keyof typeof people, string, string | null]>([
  ['admin', 'n12345', 'ticket_search_staff'],
  ['admin', 'common w7', null],
  ['admin', '"common n12345"', 'ticket_search_staff'],
  ['admin', 'common -w7', null],
  ['admin', 'n1234 OR w7', null],
  ['admin', 'common is:open', null],
  ['admin', 'is:open', null],
  ['admin', '#1042', null],
  ['agent', 'n12345', 'ticket_search_staff'],
  ['agent', 'w7', null],
  ['agent', '"w7 common"', 'ticket_search_staff'],
  ['agent', 'common assignee:me', null],
  ['agent', 'somebody@example.test', null],
  ['agent', '+49 171 5551234', null],
  ['customer', 'common', 'ticket_customer'],
  ['customer', 'n12345', 'ticket_customer'],
])('%s: %s reads through indexes alone', async (who, q, index) => {
  const actor = people[who];
  const asked = parseSearchQuery(q, { staff: who !== 'customer' });
  const position = { at: new Date().toISOString(), after: null };
  const { rows } = await inTransaction(async (tx) => {
    await tx.query(SEARCH_SETTINGS);
    const words = await searchWords(tx, asked);
    const { text, values } = searchTicketsSql(actor, searchQuery.parse({ q }), asked, words, position);
    return tx.query<{ 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
  });
  const [{ Plan, 'Execution Time': time }] = rows[0]!['QUERY PLAN'];
  const nodes = flat(Plan);
  const walked = nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name']);
  // people, teams, organisations, demands, telephone lines, and here ratings, offers and calls, are few: reading them
  // whole is the better plan
  const few = ['person', 'team', 'organisation', 'demand', 'rating', 'offer', 'call', 'phone_line'];
  expect(walked.filter((name) => !few.includes(String(name)))).toEqual([]);
  if (index) expect(nodes.map((node) => node['Index Name'])).toContain(index);
  expect(time).toBeLessThan(1_000);
});

/** What was read whole, and how long it took. */
async function explain(text: string, values: readonly unknown[]) {
  const { rows } = await sql.query<{ 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    [...values],
  );
  const [{ Plan, 'Execution Time': time }] = rows[0]!['QUERY PLAN'];
  const walked = flat(Plan).filter((node) => node['Node Type'] === 'Seq Scan');
  return { time, walked: walked.map((node) => node['Relation Name']) };
}

it.each<[keyof typeof people, Record<string, string>]>([
  ['admin', { search: 'n12345' }],
  ['admin', { search: 'w7' }],
  ['admin', { search: 'common' }],
  ['admin', { search: 'common is:open', sort: 'waiting' }],
  ['admin', { search: 'w7', group: 'customer' }],
  ['agent', { search: 'w7', sort: 'updated' }],
  ['agent', { search: '"common n12345"' }],
])('%s: the list of %j and its count are read in time', async (who, query) => {
  const actor = people[who];
  const searched = await readSearch(actor, query.search);
  const asked = listTicketsQuery.parse(query);
  for (const { text, values } of [
    listTicketsSql(actor, asked, searched),
    countTicketsSql(actor, asked, searched),
  ]) {
    const { time } = await explain(text, values);
    expect(time).toBeLessThan(500);
  }
});

it.each(['first', 'last'])('the place in the queue of the %s is read through an index', async (which) => {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM ticket WHERE status = 'OPEN' ORDER BY created_at ${which === 'first' ? 'ASC' : 'DESC'} LIMIT 1`,
  );
  const { order } = await getRoutingSetup();
  const { time, walked } = await explain(DEMANDS_UP_TO, [rows[0]!.id, JSON.stringify(order)]);
  expect(walked).not.toContain('ticket');
  expect(time).toBeLessThan(100);
});

it('what waits and what came lately is read through indexes, and no further than is told', async () => {
  for (const text of [WAITING_NOW, countLately('created_lately'), countLately('resolved_lately')]) {
    const { time, walked } = await explain(text, [null]);
    expect(walked).not.toContain('ticket');
    expect(time).toBeLessThan(100);
  }
});

it('the answers to like tickets are read through an index', async () => {
  await inBulk((tx) =>
    tx.query(
      `INSERT INTO ticket_fact (ticket_id, seq, hours, status, priority, channel, languages, created_at, created_day,
                                replied_day, reply_seconds)
       SELECT id, 1, '', status, 1, channel, CASE WHEN number % 2 = 0 THEN '{de}' ELSE '{}' END::text[], created_at,
              created_at::date, created_at::date, 60 FROM ticket LIMIT 20000`,
    ),
  );
  await sql.query('ANALYZE ticket_fact');
  const { time, walked } = await explain(ANSWERS_TO_LIKE, ['other', ['de']]);
  expect(walked).toEqual([]);
  expect(time).toBeLessThan(100);
});
