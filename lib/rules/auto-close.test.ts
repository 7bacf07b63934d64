import { describe, expect, it } from 'vitest';
import { autoCloseStep, type WaitingFacts } from './auto-close';

const now = new Date('2026-03-31T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const rule = { after_days: 14, notice_days: 3 };
const facts = (more: Partial<WaitingFacts>): WaitingFacts => ({
  ...{ status: 'WAITING_ON_CUSTOMER', changed_at: ago(20), told_at: null, close_at: null },
  ...{ snoozed_until: null, promise_at: null, is_aside: false },
  ...more,
});

describe('a ticket that waits for its customer', () => {
  it.each([
    ['is told of 3 days before', { changed_at: ago(11) }, 'tell'],
    ['is left alone until then', { changed_at: ago(10.9) }, null],
    ['is told of first, however old it is', { changed_at: ago(900) }, 'tell'],
    ['waits for the time that was told', { told_at: ago(2.9), close_at: ago(-0.1) }, null],
    ['is resolved at that time', { told_at: ago(3), close_at: ago(0) }, 'resolve'],
    [
      'counts anew from what happened since',
      { changed_at: ago(1), told_at: ago(2), close_at: ago(-1) },
      null,
    ],
    ['is told of again then', { changed_at: ago(11), told_at: ago(12), close_at: ago(9) }, 'tell'],
    ['is left to who put it off', { snoozed_until: ago(-1) }, null],
    ['is taken up when that time is over', { snoozed_until: ago(1) }, 'tell'],
    ['is left to who promised something', { promise_at: ago(-1) }, null],
    ['is not looked at in the trash', { is_aside: true }, null],
    ['is one that waits', { status: 'IN_PROGRESS' }, null],
  ] as [string, Partial<WaitingFacts>, string | null][])('%s', (_, more, step) => {
    expect(autoCloseStep(facts(more), rule, now)).toBe(step);
  });

  it('is never touched while it is off', () => {
    expect(autoCloseStep(facts({ changed_at: ago(900) }), null, now)).toBeNull();
  });
});
