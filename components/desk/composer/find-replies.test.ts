import { expect, it } from 'vitest';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import { findReplies } from './find-replies';

const reply = (short_code: string, given: Partial<CannedReplyDto> = {}): CannedReplyDto => ({
  ...{
    id: short_code,
    short_code,
    title: short_code,
    folder: null,
    topic: null,
    bodies: { en: 'x' },
    actions: {},
  },
  ...{ owner: null, team: null, use_count: 0, last_used_at: null, updated_at: '', updated_by: null },
  is_archived: false,
  ...given,
});
const codes = (replies: CannedReplyDto[], query: string, topic: string | null = null) =>
  findReplies(replies, query, topic).map(({ short_code }) => short_code);

it('finds by code, then title, then folder, then text', () => {
  const replies = [
    reply('a', { bodies: { en: 'We pay the refund today.' } }),
    reply('b', { folder: 'Refunds' }),
    reply('c', { title: 'About a refund' }),
    reply('refund'),
    reply('other'),
    reply('refund-old', { is_archived: true }),
  ];
  expect(codes(replies, 'Refund')).toEqual(['refund', 'c', 'b', 'a']);
});

it('offers those of the topic first, then the most used', () => {
  const replies = [reply('a'), reply('b', { use_count: 3 }), reply('c', { topic: 'loans' })];
  expect(codes(replies, '', 'loans')).toEqual(['c', 'b', 'a']);
});
