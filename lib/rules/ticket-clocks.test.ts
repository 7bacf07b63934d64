import { describe, expect, test } from 'vitest';
import { businessCalendar } from './business-time';
import { type ClockEvent, explainClock, measure, ticketClocks } from './ticket-clocks';

const CUSTOMER = 'customer';
const AGENT = 'agent';
const office = [{ from: '09:00', to: '17:00' }];
const calendar = businessCalendar({
  time_zone: 'UTC',
  days: [office, office, office, office, office, [], []],
  holidays: [],
});
/** Friday 2026-11-20, 15:00, and so many hours later. */
const FRIDAY = Date.parse('2026-11-20T15:00:00Z');
const HOUR = 3_600_000;

const event = (
  hours: number,
  type: string,
  data = {},
  actorId: string | null = AGENT,
  isPublic = true,
): ClockEvent => ({
  ...{ type, at: FRIDAY + hours * HOUR, actorId, isPublic, data },
});
const created = event(0, 'ticket.created', {}, CUSTOMER);
const status = (hours: number, to: string) => event(hours, 'status.changed', { to });
const reply = (hours: number) => event(hours, 'message.created');
const assign = (hours: number, to: string | null) => event(hours, 'assignment.changed', { to });

/** Calendar and business hours of both clocks 100 hours (Tuesday 19:00) after creation. */
function hoursOf(...events: ClockEvent[]) {
  const clocks = ticketClocks([created, ...events], CUSTOMER)!;
  const inHours = (stretches: typeof clocks.firstReply) => {
    const { seconds, business } = measure(stretches, calendar, FRIDAY + 100 * HOUR);
    return [seconds / 3_600, business! / 3_600];
  };
  return { reply: inHours(clocks.firstReply), resolution: inHours(clocks.resolution) };
}

describe('first reply', () => {
  test.each([
    ['within the day', [reply(1)], [1, 1]],
    ['over the weekend', [reply(66)], [66, 2]],
    ['the second reply does not move it', [reply(1), reply(5)], [1, 1]],
    ['a note is no reply', [event(1, 'message.created', {}, AGENT, false), reply(66)], [66, 2]],
    ['the customer’s own message is none', [event(1, 'message.created', {}, CUSTOMER), reply(2)], [2, 2]],
    ['nor is one without a person behind it', [event(1, 'message.created', {}, null), reply(2)], [2, 2]],
    [
      'not owed while resolved, owed again when reopened',
      [status(1, 'RESOLVED'), status(2, 'OPEN'), reply(66)],
      [65, 1],
    ],
    ['still running', [], [100, 18]],
  ])('%s', (_, events, expected) => {
    expect(hoursOf(...(events as ClockEvent[])).reply).toEqual(expected);
  });
});

describe('resolution', () => {
  test.each([
    ['until resolved', [status(66, 'RESOLVED')], [66, 2]],
    [
      'stands while it waits on the customer',
      [status(1, 'WAITING_ON_CUSTOMER'), status(66, 'IN_PROGRESS'), status(68, 'RESOLVED')],
      [3, 3],
    ],
    ['reopened, runs on', [status(1, 'RESOLVED'), status(66, 'IN_PROGRESS'), status(67, 'RESOLVED')], [2, 2]],
    ['closing changes nothing', [status(1, 'RESOLVED'), status(90, 'CLOSED')], [1, 1]],
    [
      'times that go back count as the time before them',
      [status(66, 'RESOLVED'), status(2, 'IN_PROGRESS')],
      [100, 18],
    ],
  ])('%s', (_, events, expected) => {
    expect(hoursOf(...(events as ClockEvent[])).resolution).toEqual(expected);
  });

  test('the resolution that holds is the last one; a reopened ticket has none', () => {
    const twice = [
      created,
      status(1, 'RESOLVED'),
      status(5, 'OPEN'),
      status(9, 'RESOLVED'),
      status(10, 'CLOSED'),
    ];
    expect(ticketClocks(twice, CUSTOMER)!.resolvedAt).toBe(FRIDAY + 9 * HOUR);
    expect(ticketClocks(twice.slice(0, 3), CUSTOMER)!.resolvedAt).toBeNull();
  });
});

test('who held it, while it was unsolved', () => {
  const events = [
    created,
    assign(1, 'ada'),
    assign(2, 'bruno'),
    status(3, 'RESOLVED'),
    status(5, 'IN_PROGRESS'),
    assign(6, null),
  ];
  const at = (hours: number) => FRIDAY + hours * HOUR;
  expect(ticketClocks(events, CUSTOMER)!.holds).toEqual([
    { agentId: 'ada', from: at(1), to: at(2) },
    { agentId: 'bruno', from: at(2), to: at(3) },
    { agentId: 'bruno', from: at(5), to: at(6) },
  ]);
});

test('spam and the trash have their say, in both directions', () => {
  const aside = (...events: ClockEvent[]) => ticketClocks([created, ...events], CUSTOMER)!.isSetAside;
  expect(aside(event(1, 'spam.changed', { is_spam: true }))).toBe(true);
  expect(
    aside(event(1, 'spam.changed', { is_spam: true }), event(2, 'spam.changed', { is_spam: false })),
  ).toBe(false);
  expect(aside(event(1, 'ticket.deleted'), event(2, 'ticket.restored'))).toBe(false);
  expect(aside(event(1, 'ticket.deleted'))).toBe(true);
});

test('a log that does not begin at the beginning has no clocks', () => {
  expect(ticketClocks([], CUSTOMER)).toBeNull();
  expect(ticketClocks([reply(1)], CUSTOMER)).toBeNull();
});

test('explained: every hour of the clock, and why it counts; what counts is what was measured', () => {
  const events = [
    created,
    status(1, 'WAITING_ON_CUSTOMER'),
    status(68, 'IN_PROGRESS'),
    status(70, 'RESOLVED'),
  ];
  const { resolution } = ticketClocks(events, CUSTOMER)!;
  const parts = explainClock(resolution, calendar, FRIDAY + 100 * HOUR);
  expect(parts.map(({ from, to, reason }) => [(from - FRIDAY) / HOUR, (to - FRIDAY) / HOUR, reason])).toEqual(
    [
      [0, 1, 'counted'],
      [1, 68, 'waiting'],
      [68, 70, 'counted'],
    ],
  );
  const open = explainClock(ticketClocks([created], CUSTOMER)!.resolution, calendar, FRIDAY + 67 * HOUR);
  expect(open.map(({ from, to, reason }) => [(from - FRIDAY) / HOUR, (to - FRIDAY) / HOUR, reason])).toEqual([
    [0, 2, 'counted'],
    [2, 66, 'closed'],
    [66, 67, 'counted'],
  ]);
});
