import { z } from 'zod';
import { NOTICE_KINDS, type NoticeKind } from '../rules/notices';
import { status } from './enums';
import { id } from './id';
import { cursor } from './page';
import { text } from './text';
import { personRef } from './ticket';
import { STOP_REASONS } from './values';

const kind = z.enum(NOTICE_KINDS);

export const noticeDto = z
  .object({
    id: z.string(),
    kind,
    /** Who did it; null for a machine. */
    actor: personRef.nullable(),
    /** Null where it is about the house itself. */
    ticket: z.object({ id: z.string(), number: z.number().int(), subject: z.string() }).nullable(),
    /** The address of the mailbox that it is about. */
    mailbox: z.string().nullable(),
    /** The message that it is about, and how it begins. */
    message: z.object({ id: z.string(), text: z.string(), is_internal: z.boolean() }).nullable(),
    /** What a ticket that one follows came to. */
    change: z.object({ status: status.nullable(), assignee: z.string().nullable() }).nullable().meta({
      description: 'Of `followed`, when it is no message: the new status, or the new holder’s name.',
    }),
    stop_reason: z.enum(STOP_REASONS).nullable(),
    created_at: z.string(),
    read_at: z.string().nullable(),
  })
  .meta({ id: 'Notice' });
export type NoticeDto = z.infer<typeof noticeDto>;

export const listNoticesQuery = z.strictObject({ cursor });

export const unreadDto = z.object({
  unread: z.number().int().meta({ description: 'How many are unread, counted up to 100.' }),
});

/** Exactly one of them. */
export const readNoticesInput = z
  .union([
    z.strictObject({ ids: z.array(id).min(1).max(100) }),
    z.strictObject({ ticket: id.meta({ description: 'All about this ticket.' }) }),
    z.strictObject({ until: id.meta({ description: 'This one and all older ones.' }) }),
  ])
  .meta({ id: 'ReadNotices' });
export type ReadNoticesInput = z.infer<typeof readNoticesInput>;

const ways = z.object({
  in_app: z.boolean(),
  desktop: z.boolean(),
  push: z.boolean(),
  sound: z.boolean(),
  email: z.boolean(),
});
export const noticeWaysDto = z.record(kind, ways).meta({ id: 'NoticeWays' });
export type NoticeWaysDto = z.infer<typeof noticeWaysDto>;
const someWays = z.strictObject(ways.shape).partial();
/** Spelled out kind by kind, since a record's keys would not say that others are refused. */
export const editNoticeWaysInput = z
  .strictObject(
    Object.fromEntries(NOTICE_KINDS.map((one) => [one, someWays])) as Record<NoticeKind, typeof someWays>,
  )
  .partial()
  .meta({ id: 'EditNoticeWays' });
export type EditNoticeWaysInput = z.infer<typeof editNoticeWaysInput>;

export const followInput = z.strictObject({ follow: z.boolean() }).meta({ id: 'Follow' });
export const followersDto = z
  .object({ results: z.array(personRef), is_following: z.boolean() })
  .meta({ id: 'Followers' });
export type FollowersDto = z.infer<typeof followersDto>;

export const mentionableQuery = z.strictObject({ q: text({ max: 100, line: true }).optional() });
export const mentionableDto = personRef
  .extend({
    can_see: z.boolean().meta({ description: 'Who may not see the ticket cannot be named in a note on it.' }),
  })
  .meta({ id: 'Mentionable' });
export type MentionableDto = z.infer<typeof mentionableDto>;
