import { describe, expect, it } from 'vitest';
import { SCORES } from '../schemas/values';
import { type AskFacts, isLow, rateableUntil, shallAsk } from './rating';

const now = new Date('2026-03-31T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const days = (n: number) => ago(n * 24);

describe('a resolution', () => {
  const answered = { resolved_at: days(10), first_reply_at: days(11), answered_at: null };
  it.each([
    ['is rated for 30 days', answered, days(-20)],
    ['is rated otherwise for 7 days', { ...answered, answered_at: days(2) }, days(-5)],
    ['that nobody of the team had part in is not rated', { ...answered, first_reply_at: null }, null],
    ['that does not hold any more is not rated', { ...answered, resolved_at: null }, null],
    [
      'that does not hold any more keeps its rating',
      { ...answered, resolved_at: null, answered_at: days(1) },
      null,
    ],
  ])('%s', (_, facts, until) => {
    expect(rateableUntil(facts)).toEqual(until);
  });
});

describe('the customer', () => {
  const rule = { after_hours: 24, every_days: 30 };
  const facts: AskFacts = {
    ...{ resolved_at: ago(24), first_reply_at: ago(30), answered_at: null },
    ...{ asked_at: null, last_asked_at: null, is_aside: false, is_imported: false, is_spared: false },
  };
  it.each([
    ['is asked when it is time', {}, true],
    ['is asked when nothing worked for a while', { resolved_at: ago(90) }, true],
    ['is left alone before', { resolved_at: ago(23.9) }, false],
    ['is not asked about what is long over', { resolved_at: ago(97) }, false],
    ['is not asked about what is open again', { resolved_at: null }, false],
    ['is not asked when nobody answered him', { first_reply_at: null }, false],
    ['is asked once', { asked_at: ago(1), last_asked_at: ago(1) }, false],
    ['is not asked for what he has said', { answered_at: ago(20) }, false],
    ['is not asked again so soon', { last_asked_at: days(29.9) }, false],
    ['is asked again after the time', { last_asked_at: days(30) }, true],
    ['of spam, the trash or a merged ticket is not asked', { is_aside: true }, false],
    ['of imported history is not asked', { is_imported: true }, false],
    ['is spared if somebody wants it', { is_spared: true }, false],
  ] as [string, Partial<AskFacts>, boolean][])('%s', (_, more, expected) => {
    expect(shallAsk({ ...facts, ...more }, rule, now)).toBe(expected);
  });

  it('is never asked while it is off', () => {
    expect(shallAsk(facts, null, now)).toBe(false);
  });
});

it('1 and 2 are low', () => {
  expect(SCORES.filter(isLow)).toEqual([1, 2]);
});
