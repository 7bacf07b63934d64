import { expect, it } from 'vitest';
import { type NoticedAct, type NoticeReader, noticeFor } from './notices';

const message: NoticedAct = {
  type: 'message.created',
  actorRole: 'customer',
  byHand: false,
  isDue: false,
  score: null,
  isImported: false,
  isSpam: false,
};
const assignment: NoticedAct = { ...message, type: 'assignment.changed', actorRole: 'admin' };
const status: NoticedAct = { ...message, type: 'status.changed', actorRole: 'agent', byHand: true };
const due: NoticedAct = { ...message, type: 'promise.changed', actorRole: 'agent', isDue: true };
const rated: NoticedAct = { ...message, type: 'ticket.rated', score: 2 };
const nobody: NoticeReader = {
  isAssignee: false,
  isNewAssignee: false,
  isMentioned: false,
  isAuthor: false,
  promised: false,
  follows: false,
  answersFor: false,
};

it.each([
  ['the holder hears of the customer', message, { isAssignee: true }, 'customer_message'],
  ['and of a colleague', { ...message, actorRole: 'agent' }, { isAssignee: true }, 'colleague_message'],
  [
    'to be named says more than to hold it',
    { ...message, actorRole: 'agent' },
    { isAssignee: true, isMentioned: true },
    'mention',
  ],
  ['to hold it says more than to follow', message, { isAssignee: true, follows: true }, 'customer_message'],
  ['a follower hears of messages', message, { follows: true }, 'followed'],
  ['the new holder', assignment, { isAssignee: true, isNewAssignee: true }, 'assigned'],
  ['routing tells as well', { ...assignment, actorRole: null }, { isNewAssignee: true }, 'assigned'],
  [
    'but not of an import',
    { ...assignment, actorRole: null, isImported: true },
    { isNewAssignee: true },
    null,
  ],
  [
    'a person who gives an imported one tells',
    { ...assignment, isImported: true },
    { isNewAssignee: true },
    'assigned',
  ],
  ['a status by hand, to followers', status, { follows: true }, 'followed'],
  ['not to the holder, whom mail tells', status, { isAssignee: true }, null],
  ['a status that follows from a message is none', { ...status, byHand: false }, { follows: true }, null],
  [
    'stopped, to its author',
    { ...message, type: 'message.stopped', actorRole: null },
    { isAuthor: true },
    'stopped',
  ],
  [
    'and to nobody else',
    { ...message, type: 'message.stopped', actorRole: null },
    { isAssignee: true, follows: true },
    null,
  ],
  ['a promise that came due, to who made it', due, { promised: true }, 'promise_due'],
  ['and to the holder', due, { isAssignee: true }, 'promise_due'],
  ['and to no follower', due, { follows: true }, null],
  ['to make or end one is no news', { ...due, isDue: false }, { isAssignee: true }, null],
  ['a low rating, to who holds it', rated, { isAssignee: true }, 'low_rating'],
  ['to who gave the answer or answers for the house', rated, { answersFor: true }, 'low_rating'],
  ['and to who follows', rated, { follows: true }, 'low_rating'],
  ['a middling one is no news', { ...rated, score: 3 }, { isAssignee: true, answersFor: true }, null],
  ['spam is silent', { ...message, isSpam: true }, { isAssignee: true, isMentioned: true }, null],
  ['who has nothing to do with it hears nothing', message, {}, null],
] as const)('%s', (_name, act, reader, kind) => {
  expect(noticeFor(act as NoticedAct, { ...nobody, ...reader })).toBe(kind);
});
