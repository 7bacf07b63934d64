import { describe, expect, test } from 'vitest';
import { ROLES, type Role, VISIBILITIES, type Visibility } from '../schemas/values';
import {
  can,
  type GeneralAction,
  isStaff,
  may,
  PLAIN_SCOPE,
  type Relation,
  relationTo,
  TICKET_ACTIONS,
  type TicketAction,
  type TicketFacts,
} from './permissions';

/** The contract's table "Who may what", by hand. Columns: customer own, agent assigned, agent queue, admin. */
const table: Record<TicketAction, [boolean, boolean, boolean, boolean]> = {
  'ticket.read': [true, true, true, true],
  'ticket.reply': [true, true, true, true],
  'ticket.note': [false, true, true, true],
  'ticket.read_notes': [false, true, true, true],
  // a customer resolves and reopens; in the queue it needs taking first
  'ticket.set_status': [true, true, false, true],
  'ticket.assign': [false, true, false, true],
  'ticket.take': [false, true, true, true],
  'ticket.edit': [false, true, false, true],
  'ticket.delete': [false, true, false, true],
  'ticket.restore': [false, false, false, true],
  'ticket.draft': [false, true, true, true],
  'ticket.mark_spam': [false, true, true, true],
  // asleep it leaves everybody's queue, so it is taken first
  'ticket.snooze': [false, true, false, true],
  'ticket.merge': [false, true, true, true],
  'ticket.rate': [true, false, false, false],
};

const me = 'me';
const facts: Record<string, TicketFacts> = {
  mine: { customer_id: me, assignee_id: 'ada', team_id: null, deleted_at: null },
  mineInQueue: { customer_id: me, assignee_id: null, team_id: null, deleted_at: null },
  assigned: { customer_id: 'carla', assignee_id: me, team_id: null, deleted_at: null },
  queue: { customer_id: 'carla', assignee_id: null, team_id: null, deleted_at: null },
  other: { customer_id: 'carla', assignee_id: 'ada', team_id: null, deleted_at: null },
};
const allowed = (role: Role, ticket: TicketFacts) =>
  TICKET_ACTIONS.filter((action) => can({ id: me, role, scope: PLAIN_SCOPE }, action, ticket));
const column = (index: 0 | 1 | 2 | 3) => TICKET_ACTIONS.filter((action) => table[action][index]);

describe('on a ticket', () => {
  test.each<[string, Role, keyof typeof facts, TicketAction[]]>([
    ['a customer on his own', 'customer', 'mine', column(0)],
    ['a customer on his own that waits', 'customer', 'mineInQueue', column(0)],
    ['a customer on another one', 'customer', 'other', []],
    ['a customer on one in the queue', 'customer', 'queue', []],
    // an assignee who became a customer has nothing left of it
    ['a customer on one that names him as assignee', 'customer', 'assigned', []],
    ['an agent on his', 'agent', 'assigned', column(1)],
    ['an agent on one in the queue', 'agent', 'queue', column(2)],
    ['an agent on a colleague’s', 'agent', 'other', []],
    // what he once asked for as a customer is a ticket like any other now
    ['an agent on a request of his own that a colleague holds', 'agent', 'mine', []],
    ['an admin on his', 'admin', 'assigned', column(3)],
    ['an admin on one in the queue', 'admin', 'queue', column(3)],
    ['an admin on an agent’s', 'admin', 'other', column(3)],
  ])('%s', (_name, role, ticket, expected) => {
    expect(allowed(role, facts[ticket]!)).toEqual(expected);
  });

  test.each(Object.keys(facts))('in the trash (%s) there is nothing but for admins', (key) => {
    const trashed = { ...facts[key]!, deleted_at: new Date() };
    expect(allowed('customer', trashed)).toEqual([]);
    expect(allowed('agent', trashed)).toEqual([]);
    const left = ['ticket.read', 'ticket.read_notes', 'ticket.delete', 'ticket.restore'];
    expect(allowed('admin', trashed)).toEqual(TICKET_ACTIONS.filter((action) => left.includes(action)));
  });

  test('an unknown action is refused', () => {
    for (const role of ROLES) {
      expect(can({ id: me, role, scope: PLAIN_SCOPE }, 'ticket.anything' as TicketAction, facts.mine!)).toBe(
        false,
      );
    }
  });
});

test.each<[Role, keyof typeof facts, Relation]>([
  ['customer', 'mine', 'own'],
  ['customer', 'queue', 'other'],
  ['agent', 'assigned', 'assigned'],
  ['agent', 'queue', 'queue'],
  ['agent', 'mineInQueue', 'queue'],
  ['agent', 'other', 'other'],
  ['admin', 'assigned', 'assigned'],
  ['admin', 'other', 'colleague'],
])('to a %s the ticket %s is %s', (role, key, relation) => {
  expect(relationTo({ id: me, role, scope: PLAIN_SCOPE }, facts[key]!)).toBe(relation);
});

/** What an agent in the team `mine` is to tickets, by setting. Columns: own, team, all. */
describe('the setting of visibility', () => {
  const cells: [string, string | null, string | null, Record<Visibility, Relation>][] = [
    ['his own', me, 'theirs', { own: 'assigned', team: 'assigned', all: 'assigned' }],
    ['nobody’s, of no team', null, null, { own: 'other', team: 'queue', all: 'queue' }],
    ['nobody’s, of his team', null, 'mine', { own: 'other', team: 'queue', all: 'queue' }],
    ['nobody’s, of another team', null, 'theirs', { own: 'other', team: 'other', all: 'queue' }],
    ['a colleague’s, of no team', 'bo', null, { own: 'other', team: 'other', all: 'colleague' }],
    ['a colleague’s, of his team', 'bo', 'mine', { own: 'other', team: 'other', all: 'colleague' }],
    ['a colleague’s, of another team', 'bo', 'theirs', { own: 'other', team: 'other', all: 'colleague' }],
  ];
  test.each(cells)('on %s', (_name, assignee_id, team_id, expected) => {
    const ticket: TicketFacts = { customer_id: 'carla', assignee_id, team_id, deleted_at: null };
    for (const visibility of VISIBILITIES) {
      const scope = { visibility, team_ids: ['mine'] };
      expect(relationTo({ id: me, role: 'agent', scope }, ticket)).toBe(expected[visibility]);
      // the others do not ask
      expect(can({ id: me, role: 'admin', scope }, 'ticket.assign', ticket)).toBe(true);
      expect(can({ id: me, role: 'customer', scope }, 'ticket.read', ticket)).toBe(false);
    }
  });

  test('lets an agent read a colleague’s ticket and leave notes there, and no more', () => {
    const agent = { id: me, role: 'agent' as const, scope: { visibility: 'all' as const, team_ids: [] } };
    const on = (ticket: TicketFacts) => TICKET_ACTIONS.filter((action) => can(agent, action, ticket));
    expect(on(facts.other!)).toEqual(['ticket.read', 'ticket.note', 'ticket.read_notes']);
    expect(on({ ...facts.other!, deleted_at: new Date() })).toEqual([]);
  });
});

test.each<[GeneralAction, Role[]]>([
  ['ticket.create', ['customer', 'agent', 'admin']],
  ['ticket.create_for_customer', ['agent', 'admin']],
  ['person.list', ['agent', 'admin']],
  ['person.create', ['admin']],
  ['person.edit_any', ['admin']],
  ['team.edit', ['admin']],
  ['presence.set', ['agent', 'admin']],
  ['message.import', ['admin']],
  ['customer.edit', ['agent', 'admin']],
])('%s may %j', (action, roles) => {
  expect(ROLES.filter((role) => may({ role }, action))).toEqual(roles);
});

test('staff are agents and admins', () => {
  expect(ROLES.filter(isStaff)).toEqual(['agent', 'admin']);
});
