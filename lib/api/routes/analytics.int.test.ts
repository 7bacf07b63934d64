import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@/lib/clock';
import { assignTicket } from '@/lib/commands/assign-ticket';
import { changeStatus } from '@/lib/commands/change-status';
import { countEverything } from '@/lib/commands/count-everything';
import { postMessage } from '@/lib/commands/post-message';
import { markSpam } from '@/lib/commands/set-aside-ticket';
import { sql } from '@/lib/db/transaction';
import { sumsByKey } from '@/lib/queries/reports/sums';
import { addHistogram, type Histogram } from '@/lib/rules/histogram';
import type { Actor } from '@/lib/rules/permissions';
import { DIMENSIONS, type ReportDoor, writeDoor } from '@/lib/rules/reports';
import type { BreakdownDto, ReportDto, TicketClocksDto } from '@/lib/schemas/report';
import { STATUSES } from '@/lib/schemas/values';
import { addActor, fileTicket } from '@/tests/factories';
import { writeHistory } from '@/tests/history';
import { makePerson, send, signedIn } from '@/tests/identity';

let admin: Actor;
let access: string;
let customer: Actor;
let agent: Actor;
let team: string;

const range = { from: '2026-10-01', to: '2026-10-31' };
const get = async <T>(path: string, query: Record<string, string> = {}): Promise<T> => {
  const { status, body, text } = await send('GET', `${path}/?${new URLSearchParams(query)}`, { access });
  expect(status, text).toBe(200);
  return body as T;
};

beforeAll(async () => {
  ({ actor: admin, access } = await signedIn(await makePerson({ role: 'admin' })));
  customer = await addActor('customer', { name: 'Carla' });
  agent = await addActor('agent', { name: '=cmd()' });
  team = newId();
  await sql.query(`INSERT INTO team (id, name) VALUES ($1, 'Billing')`, [team]);
  const assigned = (hours: number) => ({
    ...{ hours, type: 'assignment.changed', data: { from: null, to: agent.id } },
  });
  for (let n = 0; n < 60; n++) {
    const takes = (n % 9) + 0.5;
    await writeHistory({
      customer: customer.id,
      createdAt: new Date(Date.parse('2026-09-28T08:00:00Z') + n * 15 * 3_600_000),
      channel: n % 3 ? 'EMAIL' : 'WEB',
      topic: n % 4 ? 'billing' : null,
      languages: n % 5 === 0 ? ['de', 'en'] : n % 5 === 1 ? ['de'] : [],
      team: n % 2 ? team : null,
      events: [
        assigned(0.1),
        ...(n % 7 ? [{ hours: takes, type: 'message.created', actor: agent.id }] : []),
        ...(n % 6
          ? [
              {
                hours: takes * 3,
                type: 'status.changed',
                actor: agent.id,
                data: { from: 'OPEN', to: 'RESOLVED' },
              },
            ]
          : []),
      ],
    });
  }
  await countEverything();
});

/** How many tickets the list behind a number holds. */
async function behind(door: ReportDoor): Promise<number> {
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { results: { id: string }[]; next: string | null } = await get('/tickets', {
      ...{ in_report: writeDoor(door), limit: '20' },
      ...(cursor ? { cursor } : {}),
    });
    count += page.results.length;
    cursor = page.next;
  }
  return count;
}

describe('each number opens its tickets, exactly as many', () => {
  const narrowings: Record<string, string>[] = [
    {},
    { topic: 'none' },
    { language: 'de' },
    { language: 'none', channel: 'WEB' },
  ];
  test.each(narrowings)('narrowed to %j', async (filter) => {
    const report = await get<ReportDto>('/analytics/report', { ...range, ...filter });
    const door = { ...range, ...filter };
    expect(report.figures.created).toBeGreaterThan(0);
    expect(await behind({ show: 'created', ...door })).toBe(report.figures.created);
    expect(await behind({ show: 'resolved', ...door })).toBe(report.figures.resolved);
    expect(report.figures.resolution.n).toBe(report.figures.resolved);
    expect(await behind({ show: 'replied', ...door })).toBe(report.figures.first_reply.n);
    for (const [status, n] of Object.entries(report.by_status)) {
      expect(await behind({ show: 'created', status, ...door })).toBe(n);
    }
    for (const { age, by_status } of report.backlog) {
      for (const [status, n] of Object.entries(by_status)) {
        expect(await behind({ show: 'open', status, age, ...filter })).toBe(n);
      }
    }
    const days = report.days.filter(({ created, resolved }) => created + resolved > 0);
    for (const { date, created, resolved } of days.slice(0, 3)) {
      const day = { ...filter, from: date, to: date };
      expect([await behind({ show: 'created', ...day }), await behind({ show: 'resolved', ...day })]).toEqual(
        [created, resolved],
      );
    }
    expect(report.days.reduce((sum, { created }) => sum + created, 0)).toBe(report.figures.created);
  });

  test.each(DIMENSIONS)('by %s, and one filter more', async (by) => {
    const filters: Record<string, string>[] = [{}, { channel: 'EMAIL' }];
    for (const filter of filters) {
      const { results } = await get<BreakdownDto>('/analytics/breakdown', { ...range, ...filter, by });
      expect(results.length).toBeGreaterThan(0);
      for (const row of results) {
        const door = { ...range, ...filter, [by]: row.key || 'none' };
        expect(await behind({ show: 'created', ...door })).toBe(row.created);
        expect(await behind({ show: 'resolved', ...door })).toBe(row.resolved);
        expect(await behind({ show: 'replied', ...door })).toBe(row.first_reply.n);
      }
    }
  });

  test('the summary as well', async () => {
    const summary = await get<{ total: number; by_status: Record<string, number>; unassigned: number }>(
      '/analytics/summary',
    );
    expect(await behind({ show: 'all' })).toBe(summary.total);
    for (const status of STATUSES) {
      expect(await behind({ show: 'all', status })).toBe(summary.by_status[status]);
    }
    expect(await behind({ show: 'open', agent: 'none' })).toBe(summary.unassigned);
  });

  test('and a percentile those that took at least as long', async () => {
    const { figures } = await get<ReportDto>('/analytics/report', range);
    const { n, error, business } = figures.first_reply;
    expect(error).toBe(0);
    const slow = await behind({ show: 'replied', ...range, at_least: String(business!.p90_seconds) });
    expect(slow).toBeGreaterThanOrEqual(Math.floor(n * 0.1));
    expect(slow).toBeLessThanOrEqual(Math.ceil(n * 0.25));
  });
});

test('months that are summed, days around them and the tickets themselves hold the same histogram', async () => {
  const long = { from: '2026-09-29', to: '2026-11-02' };
  const merged = (rows: readonly { n: number; histogram: Buffer | null }[]) => {
    const histogram: Histogram = new Map();
    for (const row of rows) addHistogram(histogram, row.histogram);
    return { n: rows.reduce((sum, { n }) => sum + n, 0), bins: [...histogram].sort(([a], [b]) => a - b) };
  };
  const months = await sql.query(
    `SELECT 1 FROM report_month WHERE month = '2026-10-01' AND dimension = 'channel'`,
  );
  expect(months.rowCount).toBeGreaterThan(0);
  const summed = await sumsByKey('channel', 'resolved', long, { channel: 'EMAIL' }, 'business');
  // September's days, the month of October, November's days
  expect(summed.length).toBeLessThan(6);
  const counted = merged(await sumsByKey('topic', 'resolved', long, { channel: 'EMAIL' }, 'business'));
  expect(counted.n).toBeGreaterThan(10);
  expect(merged(summed)).toEqual(counted);
});

test('two filters are summed from the tickets and agree with one filter’s rollups', async () => {
  const one = await get<ReportDto>('/analytics/report', { ...range, channel: 'EMAIL' });
  const parts = await Promise.all(
    ['billing', 'none'].map((topic) =>
      get<ReportDto>('/analytics/report', { ...range, channel: 'EMAIL', topic }),
    ),
  );
  const sum = (pick: (report: ReportDto) => number) => parts.reduce((total, part) => total + pick(part), 0);
  expect(sum(({ figures }) => figures.created)).toBe(one.figures.created);
  expect(sum(({ figures }) => figures.resolved)).toBe(one.figures.resolved);
  one.days.forEach((day, index) => {
    expect(sum(({ days }) => days[index]!.created)).toBe(day.created);
  });
});

test('compared with as many days before', async () => {
  const { previous } = await get<ReportDto>('/analytics/report', {
    from: '2026-10-05',
    to: '2026-10-08',
    compare: '1',
  });
  expect([previous!.from, previous!.to]).toEqual(['2026-10-01', '2026-10-04']);
  expect(previous!.created).toBe(await behind({ show: 'created', from: '2026-10-01', to: '2026-10-04' }));
});

test('whoever asks sees what he just did, without a worker; spam and the reopened are left out', async () => {
  const summary = () => get<{ total: number; by_status: Record<string, number> }>('/analytics/summary');
  const today = async () =>
    (await get<{ results: { created: number; resolved: number }[] }>('/analytics/volume', { days: '1' }))
      .results[0];
  const before = await summary();
  const ticket = await fileTicket(customer);
  await assignTicket(admin, ticket.id, { assigned_agent: agent.id });
  await postMessage(agent, ticket.id, { body: 'Hello', is_internal: false }, 'WEB');
  await changeStatus(agent, ticket.id, 'RESOLVED');
  const after = await summary();
  expect(after.total).toBe(before.total + 1);
  expect(after.by_status.RESOLVED).toBe(before.by_status.RESOLVED! + 1);
  expect(await today()).toMatchObject({ created: 1, resolved: 1 });
  const { count } = await get<{ count: number }>('/analytics/resolution');
  expect(count).toBe(after.by_status.RESOLVED! + after.by_status.CLOSED!);
  await changeStatus(agent, ticket.id, 'IN_PROGRESS');
  expect(await today()).toMatchObject({ created: 1, resolved: 0 });
  await markSpam(agent, ticket.id, { is_spam: true });
  expect(await today()).toMatchObject({ created: 0, resolved: 0 });
  expect((await summary()).total).toBe(before.total);
});

test('one ticket’s clocks are explained: what counted adds up to the number', async () => {
  const id = await writeHistory({
    customer: customer.id,
    createdAt: new Date('2026-07-03T15:00:00Z'),
    events: [{ hours: 66, type: 'message.created', actor: agent.id }],
  });
  const { first_reply } = await get<TicketClocksDto>(`/tickets/${id}/clocks`);
  expect(first_reply).toMatchObject({
    state: 'met',
    calendar_seconds: 66 * 3_600,
    business_seconds: 2 * 3_600,
  });
  const counted = first_reply.stretches.filter((part) => part.counted);
  const sum = counted.reduce((total, { from, to }) => total + Date.parse(to) - Date.parse(from), 0);
  expect(sum / 1_000).toBe(first_reply.business_seconds);
});

test('load against presence', async () => {
  const busy = await addActor('agent', { capacity: 2 });
  const at = (time: string) => new Date(`2026-07-01T${time}Z`);
  await writeHistory({
    ...{ customer: customer.id, createdAt: at('00:00:00') },
    events: [
      { hours: 6, type: 'assignment.changed', data: { from: null, to: busy.id } },
      { hours: 18, type: 'status.changed', actor: busy.id, data: { from: 'ASSIGNED', to: 'RESOLVED' } },
    ],
  });
  for (const [time, is_available] of [
    ['08:00:00', true],
    ['12:00:00', false],
  ] as const) {
    await sql.query(
      `INSERT INTO event (id, type, data, created_at, published_at) VALUES ($1, 'availability.changed', $2, $3, now())`,
      [newId(), JSON.stringify({ person_id: busy.id, is_available }), at(time)],
    );
  }
  await countEverything();
  const day = { from: '2026-07-01', to: '2026-07-01', by: 'agent' };
  const { results } = await get<BreakdownDto>('/analytics/breakdown', day);
  expect(results.find(({ key }) => key === busy.id)?.load).toEqual({
    ...{ holds: 0, capacity: 2, is_available: false },
    ...{ held_average: 0.5, available_seconds: 4 * 3_600 },
  });
});

test('as CSV, with cells that no spreadsheet runs', async () => {
  const days = await send('GET', `/analytics/export.csv?${new URLSearchParams({ ...range, what: 'days' })}`, {
    access,
  });
  expect(days.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(days.text.split('\n')[0]).toBe(
    'date (UTC),created,resolved,first_reply_median_seconds,resolution_median_seconds,ratings,ratings_4_or_5',
  );
  expect(days.text.trim().split('\n')).toHaveLength(32);
  const people = await send(
    'GET',
    `/analytics/export.csv?${new URLSearchParams({ ...range, what: 'agent' })}`,
    { access },
  );
  expect(people.text).toContain("\n'=cmd(),");
});

test('what cannot be meant is refused with 422 (B47, B49), others’ eyes with 403 (B48)', async () => {
  const refused = [
    ...['0', '-5', '1e6', 'abc', '', '1.5', '367', '1&days=2'].map(
      (days) => `/analytics/volume/?days=${days}`,
    ),
    ...[
      '',
      '?from=2026-10-02&to=2026-10-01',
      '?from=9999-01-01&to=9999-01-02',
      '?from=2026-02-30&to=2026-03-01',
    ],
    ...[
      '0000-00-00',
      '%2B275760-09-14',
      '1',
      '2026-11-20T24:00:01Z',
      '2026-11-20T10:00:00',
      '1999-12-31',
    ].map((date) => `?from=${date}&to=2026-11-20`),
    ...['zone=Mars', 'compare=yes', 'channel=FAX', 'team=1', 'language=xx', 'agent=me'].map(
      (more) => `?from=2026-10-01&to=2026-10-02&${more}`,
    ),
    '?from=2000-01-01&to=2026-10-02',
    '/analytics/resolution/?from=2026-10-02&to=2026-10-01',
    '/analytics/breakdown/?from=2026-10-01&to=2026-10-02&by=priority',
    '/analytics/breakdown/?from=2026-10-01&to=2026-10-02',
    '/analytics/export.csv?from=2026-10-01&to=2026-10-02&what=secrets',
    ...[
      'x',
      'show=created%26from%3D2026-02-30',
      'show=open%26age%3Dx',
      'show=all%26status%3DX',
      'a'.repeat(601),
    ].map((door) => `/tickets/?in_report=${door}`),
  ].map((path) => (path.startsWith('/') ? path : `/analytics/report/${path}`));
  for (const path of refused) {
    const { status, body } = await send('GET', path, { access });
    expect(status, path).toBe(422);
    expect(body.error?.code, path).toBe('validation_failed');
  }
  for (const role of ['agent', 'customer'] as const) {
    const other = await signedIn(await makePerson({ role }));
    for (const path of ['/analytics/summary/', '/analytics/volume/', '/tickets/?in_report=show%3Dall']) {
      expect((await send('GET', path, { access: other.access })).status, path).toBe(403);
    }
  }
});
