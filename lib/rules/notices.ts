import type { Role, Score } from '../schemas/values';
import { isLow } from './rating';

/**
 * Who of the staff is told what, in the bell (spec/product.md C12, B14).
 *
 * One notice a person and event, of the kind that says most; nobody is told of his own act, nor of spam. Mail has its
 * own rule (`notifications.ts`); what it has told is not told by mail again.
 */
export const NOTICE_KINDS = [
  'mention',
  'assigned',
  'customer_message',
  'colleague_message',
  'followed',
  'promise_due',
  'stopped',
  'low_rating',
  'mailbox_down',
  'mailbox_up',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Of no ticket: told to all admins, and to nobody else. */
export const HOUSE_KINDS: Readonly<Record<string, NoticeKind>> = {
  'mailbox.down': 'mailbox_down',
  'mailbox.up': 'mailbox_up',
};
export const isOfHouse = (kind: NoticeKind): boolean => Object.values(HOUSE_KINDS).includes(kind);

/** What happened. */
export interface NoticedAct {
  type:
    | 'message.created'
    | 'assignment.changed'
    | 'status.changed'
    | 'message.stopped'
    | 'promise.changed'
    | 'ticket.rated';
  /** Null for machines. */
  actorRole: Role | null;
  /** A status that somebody set; false for what follows from messages and schedules. */
  byHand: boolean;
  /** A promise's time came, and nobody had answered. */
  isDue: boolean;
  /** What the customer said of the help; null of any other act. */
  score: Score | null;
  isImported: boolean;
  isSpam: boolean;
}

/** What a person, who has not done it himself, has to do with it. That a time comes nobody does. */
export interface NoticeReader {
  /** Holds the ticket now. */
  isAssignee: boolean;
  isNewAssignee: boolean;
  isMentioned: boolean;
  /** Wrote the message that was stopped. */
  isAuthor: boolean;
  /** Made the promise. */
  promised: boolean;
  follows: boolean;
  /** Gave the answer that was rated, or answers for the house. */
  answersFor: boolean;
}

export function noticeFor(act: NoticedAct, reader: NoticeReader): NoticeKind | null {
  if (act.isSpam) return null;
  if (act.type === 'message.stopped') return reader.isAuthor ? 'stopped' : null;
  if (act.type === 'promise.changed')
    return act.isDue && (reader.promised || reader.isAssignee) ? 'promise_due' : null;
  if (act.type === 'ticket.rated')
    return act.score !== null &&
      isLow(act.score) &&
      (reader.isAssignee || reader.answersFor || reader.follows)
      ? 'low_rating'
      : null;
  if (act.type === 'message.created' && reader.isMentioned) return 'mention';
  // what routing does with an import is no news, as it is none for mail
  if (act.type === 'assignment.changed' && act.actorRole === null && act.isImported) return null;
  if (act.type === 'assignment.changed' && reader.isNewAssignee) return 'assigned';
  if (act.type === 'message.created' && reader.isAssignee)
    return act.actorRole === 'customer' ? 'customer_message' : 'colleague_message';
  if (act.type === 'status.changed' && !act.byHand) return null;
  return reader.follows ? 'followed' : null;
}

/** The ways in which a person may be told. Without `in_app` there is no notice, so none of the others either. */
export const NOTICE_WAYS = ['in_app', 'desktop', 'push', 'sound', 'email'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];
export type NoticeWays = Record<NoticeWay, boolean>;

const ways = (desktop: boolean, email: boolean): NoticeWays => ({
  in_app: true,
  desktop,
  // where no browser asked for them, none come
  push: desktop,
  sound: false,
  email,
});

/** How a person is told who has not chosen. Of what is assigned to him, mail tells him as it happens. */
export const DEFAULT_WAYS: Record<NoticeKind, NoticeWays> = {
  mention: ways(true, true),
  assigned: ways(true, false),
  customer_message: ways(true, false),
  colleague_message: ways(false, false),
  followed: ways(false, false),
  promise_due: ways(true, true),
  stopped: ways(true, true),
  low_rating: ways(true, true),
  mailbox_down: ways(true, true),
  mailbox_up: ways(true, false),
};
