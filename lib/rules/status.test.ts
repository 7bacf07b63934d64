import { describe, expect, test } from 'vitest';
import { type Role, STATUSES, type Status, UNSOLVED } from '../schemas/values';
import {
  afterCustomerMessage,
  decideStatusByHand,
  statusAfterAssign,
  statusAfterStaffReply,
  statusChoices,
} from './status';

/**
 * The contract's "Status by hand" as three whole tables. A row is the state before, its columns are the wishes in the
 * order of STATUSES; a cell is the state after, `=` for no change, `x` for invalid_transition, `a` for assign_first.
 */
const short: Record<string, Status> = {
  O: 'OPEN',
  A: 'ASSIGNED',
  I: 'IN_PROGRESS',
  W: 'WAITING_ON_CUSTOMER',
  R: 'RESOLVED',
  C: 'CLOSED',
};
type Rows = Record<Status, string>;
// wishes:                 O A I W R C
const held: Rows = {
  OPEN: '                  = x I W R x',
  ASSIGNED: '              x = I W R x',
  IN_PROGRESS: '           x A = W R x',
  WAITING_ON_CUSTOMER: '   x x I = R x',
  RESOLVED: '              I x I x = C',
  CLOSED: '                x x x x x =',
};
const unheld: Rows = {
  OPEN: '                  = x a a R x',
  ASSIGNED: '              x = a a R x',
  IN_PROGRESS: '           x A = a R x',
  WAITING_ON_CUSTOMER: '   x x a = R x',
  RESOLVED: '              O x O a = C',
  CLOSED: '                x x x x x =',
};
const customerHeld: Rows = {
  OPEN: '                  = x x x R x',
  ASSIGNED: '              x = x x R x',
  IN_PROGRESS: '           x x = x R x',
  WAITING_ON_CUSTOMER: '   x x x = R x',
  RESOLVED: '              I x I x = x',
  CLOSED: '                x x x x x =',
};
const customerUnheld: Rows = { ...customerHeld, RESOLVED: 'O x O x = x' };

/** OPEN and held at once does not exist; the rule must only not do harm there. */
const impossible = (from: Status, isHeld: boolean) => isHeld && from === 'OPEN';

const tables: [string, Role, boolean, Rows][] = [
  ['an agent, somebody holds it', 'agent', true, held],
  ['an agent, nobody holds it', 'agent', false, unheld],
  ['an admin, somebody holds it', 'admin', true, held],
  ['an admin, nobody holds it', 'admin', false, unheld],
  ['the customer, somebody holds it', 'customer', true, customerHeld],
  ['the customer, nobody holds it', 'customer', false, customerUnheld],
];

describe.each(tables)('by hand: %s', (_name, role, isHeld, rows) => {
  const cells = STATUSES.filter((from) => !impossible(from, isHeld)).flatMap((from) =>
    rows[from]
      .trim()
      .split(/\s+/)
      .map((cell, index) => [from, STATUSES[index]!, cell] as const),
  );
  test.each(cells)('%s → %s: %s', (from, to, cell) => {
    const expected =
      cell === '='
        ? { kind: 'same' }
        : cell === 'x'
          ? { kind: 'refuse', code: 'invalid_transition' }
          : cell === 'a'
            ? { kind: 'refuse', code: 'assign_first' }
            : { kind: 'change', to: short[cell] };
    expect(decideStatusByHand(from, to, isHeld, role)).toEqual(expected);
  });

  test('menus offer what would be done, and nothing else', () => {
    for (const from of STATUSES.filter((status) => !impossible(status, isHeld))) {
      const possible = STATUSES.filter((to) => {
        const cell = rows[from].trim().split(/\s+/)[STATUSES.indexOf(to)]!;
        return short[cell] === to;
      });
      expect(statusChoices(from, isHeld, role)).toEqual(possible);
    }
  });
});

test('nobody leaves CLOSED, and only RESOLVED becomes it', () => {
  for (const role of ['customer', 'agent', 'admin'] as const) {
    for (const isHeld of [true, false]) {
      expect(statusChoices('CLOSED', isHeld, role)).toEqual([]);
      for (const from of UNSOLVED)
        expect(statusChoices(from, isHeld, role)).not.toContain('CLOSED' satisfies Status);
    }
  }
});

test.each<[Status, Status]>([
  ['OPEN', 'IN_PROGRESS'],
  ['ASSIGNED', 'IN_PROGRESS'],
  ['IN_PROGRESS', 'IN_PROGRESS'],
  ['WAITING_ON_CUSTOMER', 'WAITING_ON_CUSTOMER'],
  ['RESOLVED', 'RESOLVED'],
  ['CLOSED', 'CLOSED'],
])('a public reply of the holder: %s → %s', (from, to) => {
  expect(statusAfterStaffReply(from)).toBe(to);
});

test.each<[Status, boolean, object]>([
  ['OPEN', true, { kind: 'keep' }],
  ['OPEN', false, { kind: 'keep' }],
  ['ASSIGNED', true, { kind: 'keep' }],
  ['ASSIGNED', false, { kind: 'keep' }],
  ['IN_PROGRESS', true, { kind: 'keep' }],
  ['IN_PROGRESS', false, { kind: 'keep' }],
  ['WAITING_ON_CUSTOMER', true, { kind: 'reopen', to: 'IN_PROGRESS' }],
  ['WAITING_ON_CUSTOMER', false, { kind: 'requeue', to: 'OPEN' }],
  ['RESOLVED', true, { kind: 'reopen', to: 'IN_PROGRESS' }],
  ['RESOLVED', false, { kind: 'requeue', to: 'OPEN' }],
  ['CLOSED', true, { kind: 'follow_up' }],
  ['CLOSED', false, { kind: 'follow_up' }],
])('a message of the customer to %s, the assignee may take it: %s', (from, mayTake, effect) => {
  expect(afterCustomerMessage(from, mayTake)).toEqual(effect);
});

test.each<[Status, Status, Status]>([
  // before, assigned to somebody, assigned to nobody
  ['OPEN', 'ASSIGNED', 'OPEN'],
  ['ASSIGNED', 'ASSIGNED', 'OPEN'],
  ['IN_PROGRESS', 'IN_PROGRESS', 'OPEN'],
  ['WAITING_ON_CUSTOMER', 'WAITING_ON_CUSTOMER', 'OPEN'],
  ['RESOLVED', 'RESOLVED', 'RESOLVED'],
  ['CLOSED', 'CLOSED', 'CLOSED'],
])('assigning %s: %s; unassigning: %s', (from, assigned, unassigned) => {
  expect(statusAfterAssign(from, true)).toBe(assigned);
  expect(statusAfterAssign(from, false)).toBe(unassigned);
});
