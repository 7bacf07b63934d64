import { describe, expect, it } from 'vitest';
import { messagingWindow } from './messaging-window';

const WROTE = new Date('2026-11-20T12:00:00.000Z');
const later = (hours: number, ms = 0) => new Date(WROTE.getTime() + hours * 3_600_000 + ms);
const facts = { lastUserMessageAt: WROTE, humanAgent: false, refusedAt: null };
const human = { ...facts, humanAgent: true };

describe('messagingWindow', () => {
  it.each([
    ['at once', facts, later(0), 'open', later(24)],
    ['just before a day is over', facts, later(24, -1), 'open', later(24)],
    ['when a day is over', facts, later(24), 'closed', null],
    ['a clock of ours that is behind', facts, later(0, -5_000), 'open', later(24)],
    ['people, within the day', human, later(23), 'open', later(24)],
    ['people, when the day is over', human, later(24), 'human_agent', later(168)],
    ['people, just before seven days', human, later(168, -1), 'human_agent', later(168)],
    ['people, after seven days', human, later(168), 'closed', null],
    ['who never wrote', { ...human, lastUserMessageAt: null }, later(0), 'closed', null],
    ['refused since he wrote', { ...human, refusedAt: later(1) }, later(2), 'closed', null],
    ['refused before he wrote', { ...facts, refusedAt: later(-1) }, later(2), 'open', later(24)],
  ] as const)('%s', (_what, given, at, state, endsAt) => {
    expect(messagingWindow(given, at)).toEqual({ state, endsAt });
  });
});
