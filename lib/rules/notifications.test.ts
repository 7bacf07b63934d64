import { describe, expect, test } from 'vitest';
import { STATUSES } from '../schemas/values';
import { type Act, AUTOMATIC, type Audience, type MailTemplate, noticesFor } from './notifications';

const people = { customer: 'carla', ada: 'ada', bruno: 'bruno', admin: 'root' } as const;
/** The mails as `to:template`, by default on a ticket of carla's that ada holds. */
const mails = (act: Act, actorId: string | null, more: Partial<Audience> = {}) =>
  noticesFor(act, {
    actorId,
    customerId: people.customer,
    assigneeId: people.ada,
    imported: false,
    ...more,
  }).map(({ to, template }) => `${to}:${template}`);

describe('the contract’s table, row by row', () => {
  test('ticket created by the customer: "we got it" to him', () => {
    expect(mails({ kind: 'created', by: 'customer' }, people.customer, { assigneeId: null })).toEqual([
      'customer:ticket_received',
    ]);
  });

  test('ticket created by staff for a customer: nobody', () => {
    for (const by of ['agent', 'admin'] as const)
      expect(mails({ kind: 'created', by }, people.ada, { assigneeId: null })).toEqual([]);
  });

  test('before a ticket that waits for its customer is resolved by itself: the customer', () => {
    expect(mails({ kind: 'closing' }, null)).toEqual(['customer:closing']);
    expect(mails({ kind: 'rating' }, null)).toEqual(['customer:rating']);
  });

  const reply: Act = { kind: 'message', by: 'agent', internal: false };
  test('public reply by staff: the customer, and the assignee if not the author', () => {
    expect(mails(reply, people.ada)).toEqual(['customer:reply']);
    expect(mails({ ...reply, by: 'admin' }, people.admin)).toEqual(['customer:reply', 'assignee:reply']);
    expect(mails(reply, people.bruno, { assigneeId: null })).toEqual(['customer:reply']);
  });

  test('message by the customer: the assignee', () => {
    const act: Act = { kind: 'message', by: 'customer', internal: false };
    expect(mails(act, people.customer)).toEqual(['assignee:customer_message']);
    expect(mails(act, people.customer, { assigneeId: null })).toEqual([]);
  });

  test('note: never the customer; the assignee if not the author', () => {
    const note: Act = { kind: 'message', by: 'agent', internal: true };
    expect(mails(note, people.ada)).toEqual([]);
    expect(mails(note, people.bruno)).toEqual(['assignee:note']);
    expect(mails(note, people.bruno, { assigneeId: null })).toEqual([]);
  });

  const byHand = (from: (typeof STATUSES)[number], to: (typeof STATUSES)[number]): Act => ({
    ...{ kind: 'status', from, to, byHand: true },
  });
  test.each([
    ['IN_PROGRESS', 'WAITING_ON_CUSTOMER'],
    ['IN_PROGRESS', 'RESOLVED'],
    ['OPEN', 'RESOLVED'],
    ['RESOLVED', 'IN_PROGRESS'],
    ['RESOLVED', 'OPEN'],
  ] as const)('status by hand %s → %s: the customer, and the assignee if not the actor', (from, to) => {
    expect(mails(byHand(from, to), people.ada)).toEqual(['customer:status']);
    expect(mails(byHand(from, to), people.admin)).toEqual(['customer:status', 'assignee:status']);
    // nobody is mailed for his own act
    expect(mails(byHand(from, to), people.customer)).toEqual(['assignee:status']);
  });

  test.each([
    ['ASSIGNED', 'IN_PROGRESS'],
    ['IN_PROGRESS', 'ASSIGNED'],
    ['WAITING_ON_CUSTOMER', 'IN_PROGRESS'],
    ['RESOLVED', 'CLOSED'],
  ] as const)('status by hand %s → %s is no news', (from, to) => {
    expect(mails(byHand(from, to), people.admin)).toEqual([]);
  });

  test('automatic status: nobody, whatever it is', () => {
    for (const from of STATUSES)
      for (const to of STATUSES)
        for (const actor of [null, people.ada, people.customer])
          expect(mails({ kind: 'status', from, to, byHand: false }, actor)).toEqual([]);
  });

  test('assignment by routing or another person: the new one', () => {
    expect(mails({ kind: 'assigned', automatic: true }, null)).toEqual(['assignee:assigned']);
    expect(mails({ kind: 'assigned', automatic: false }, people.admin)).toEqual(['assignee:assigned']);
  });

  test('taking it oneself, or giving it back: nobody', () => {
    expect(mails({ kind: 'assigned', automatic: false }, people.ada)).toEqual([]);
    expect(mails({ kind: 'assigned', automatic: false }, people.ada, { assigneeId: null })).toEqual([]);
  });
});

describe('imported tickets', () => {
  test('what the import and routing do is silent', () => {
    const imported = { imported: true };
    expect(
      mails({ kind: 'created', by: 'customer' }, people.customer, { ...imported, assigneeId: null }),
    ).toEqual([]);
    expect(mails({ kind: 'assigned', automatic: true }, null, imported)).toEqual([]);
  });

  test('what people do with them is not', () => {
    const imported = { imported: true };
    expect(mails({ kind: 'assigned', automatic: false }, people.admin, imported)).toEqual([
      'assignee:assigned',
    ]);
    expect(mails({ kind: 'message', by: 'agent', internal: false }, people.ada, imported)).toEqual([
      'customer:reply',
    ]);
  });
});

test('of all acts by all actors: never one’s own act but for the receipt, never two mails to one', () => {
  const acts: Act[] = [
    { kind: 'created', by: 'customer' },
    { kind: 'created', by: 'agent' },
    { kind: 'message', by: 'customer', internal: false },
    { kind: 'message', by: 'agent', internal: false },
    { kind: 'message', by: 'agent', internal: true },
    { kind: 'assigned', automatic: true },
    { kind: 'assigned', automatic: false },
    ...STATUSES.flatMap((from) => STATUSES.map((to): Act => ({ kind: 'status', from, to, byHand: true }))),
  ];
  let checked = 0;
  for (const act of acts)
    for (const actorId of [null, ...Object.values(people)])
      for (const assigneeId of [null, people.ada, people.bruno]) {
        const audience = { actorId, customerId: people.customer, assigneeId, imported: false };
        const notices = noticesFor(act, audience);
        const to = notices.map((n) => (n.to === 'customer' ? people.customer : assigneeId));
        expect(new Set(to).size).toBe(to.length);
        expect(to).not.toContain(null);
        if (act.kind !== 'created') expect(to).not.toContain(actorId);
        checked++;
      }
  expect(checked).toBe(acts.length * 15);
});

test('only an agent’s answer goes without the headers of a machine', () => {
  const all: MailTemplate[] = [
    ...(['ticket_received', 'reply', 'customer_message', 'note'] as const),
    ...(['status', 'assigned', 'code', 'invitation'] as const),
  ];
  expect(all.filter((template) => !AUTOMATIC.has(template))).toEqual(['reply']);
});
