import { describe, expect, it } from 'vitest';
import { urgencyRules } from '../schemas/urgency';
import { type UrgencyFacts, urgencyOf } from './urgency';
import { USUAL_URGENCY } from './usual-urgency';

const since = new Date('2026-03-02T08:00:00Z');
const hoursOn = (hours: number) => new Date(since.getTime() + hours * 3_600_000);
const facts = (given: Partial<UrgencyFacts> = {}): UrgencyFacts => ({
  subject: 'A question',
  text: 'How do I change my address?',
  messages: 1,
  topic: null,
  priority: 1,
  isVip: false,
  waitingSince: since,
  ...given,
});
const judge = (given: Partial<UrgencyFacts> = {}, hours = 0, rules = USUAL_URGENCY) =>
  urgencyOf(facts(given), rules, hoursOn(hours));

describe('urgency', () => {
  it('is nothing for an ordinary question, however long it waits; that counts with what else there is', () => {
    expect(judge()).toEqual({ level: 0, points: 0, reasons: [], next: hoursOn(24) });
    expect(judge({}, 24)).toMatchObject({ points: 1, next: hoursOn(72) });
    expect(judge({}, 800)).toMatchObject({ level: 0, reasons: [{ code: 'waits', hours: 72 }], next: null });
  });

  it('says which words, topic and priority it comes from, the weightiest first', () => {
    const rules = { ...USUAL_URGENCY, topics: [{ topic: 'loans', points: 1 }] };
    const text = 'My application was REJECTED. When is the loan disbursement?';
    expect(judge({ text, topic: 'loans', priority: 2 }, 0, rules)).toMatchObject({
      level: 3,
      points: 9,
      reasons: [
        { code: 'words', points: 4, words: ['loan disbursement', 'disburse*'] },
        { code: 'words', points: 2, words: ['rejected'] },
        { code: 'priority', points: 2, priority: 'HIGH' },
        { code: 'topic', points: 1, topic: 'loans' },
      ],
    });
  });

  it('counts who is VIP, as much as admins say, and rules from before that as usual', () => {
    expect(judge({ isVip: true })).toMatchObject({ level: 1, reasons: [{ code: 'vip', points: 3 }] });
    expect(judge({ isVip: true }, 0, { ...USUAL_URGENCY, vip: 0 }).reasons).toEqual([]);
    const { vip: _vip, ...former } = USUAL_URGENCY;
    expect(urgencyRules.parse(former).vip).toBe(3);
  });

  it('counts a second message once nobody answered for three hours', () => {
    expect(judge({ messages: 2 }, 2.9)).toMatchObject({ level: 0, next: hoursOn(3) });
    expect(judge({ messages: 2 }, 3)).toMatchObject({
      level: 1,
      reasons: [{ code: 'again', messages: 2, hours: 3, points: 3 }],
      next: hoursOn(24),
    });
    expect(judge({ messages: 1 }, 3).reasons).toEqual([]);
  });

  it('is nothing while it is the customer’s turn, whatever stands in the ticket', () => {
    expect(judge({ text: 'fraud', waitingSince: null }, 99)).toMatchObject({ level: 0, next: null });
  });

  it.each([
    ['I can’t log in', "can't log in"],
    ["I can't log  in!", "can't log in"],
    ['BETRÜGEREI? Nein: Betrugsfall', 'betrug*'],
    ['我的账户被盗了', '被盗'],
  ])('finds in %j the phrase %j', (text, word) => {
    const rules = { ...USUAL_URGENCY, words: [{ name: 'x', points: 3, words: { en: [word] } }] };
    expect(judge({ text }, 0, rules).level).toBe(1);
  });

  it.each([
    ['defrauding', 'fraud'],
    ['a stolen moment', 'stole'],
    ['anything', '*'],
    ['anything', "'"],
  ])('does not find in %j the phrase %j', (text, word) => {
    const rules = { ...USUAL_URGENCY, words: [{ name: 'x', points: 3, words: { en: [word] } }] };
    expect(judge({ text }, 0, rules).level).toBe(0);
  });

  it('has usual rules that its own schema takes, and refuses levels out of order', () => {
    expect(urgencyRules.parse(USUAL_URGENCY)).toEqual(USUAL_URGENCY);
    expect(urgencyRules.safeParse({ ...USUAL_URGENCY, levels: [4, 4, 6] }).success).toBe(false);
    expect(urgencyRules.safeParse({ ...USUAL_URGENCY, levels: [0, 4, 6] }).success).toBe(false);
  });
});
