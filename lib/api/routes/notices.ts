import { z } from 'zod';
import { editNoticeWays } from '../../commands/edit-notice-ways';
import { followTicket } from '../../commands/follow-ticket';
import { readNotices } from '../../commands/read-notices';
import { endPush, openPush, subscribePush } from '../../commands/subscribe-push';
import { getNoticeWays } from '../../queries/get-notice-ways';
import { listFollowers } from '../../queries/list-followers';
import { listMentionable } from '../../queries/list-mentionable';
import { listNotices } from '../../queries/list-notices';
import {
  editNoticeWaysInput,
  followersDto,
  followInput,
  listNoticesQuery,
  mentionableDto,
  mentionableQuery,
  noticeDto,
  noticeWaysDto,
  readNoticesInput,
  unreadDto,
} from '../../schemas/notice';
import { endPushQuery, pushKeyDto, pushSubscriptionInput } from '../../schemas/push';
import { ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Notices';
const params = z.strictObject({ ref: ticketRef });

export const noticeRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/notices',
      tag,
      summary: 'What I was told, newest first',
      description: 'Kept for 90 days. The socket says `notices:changed` when there is more.',
      query: listNoticesQuery,
      answer: unreadDto.extend({ results: z.array(noticeDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listNotices(actor, query.cursor),
  ),
  route(
    {
      method: 'post',
      path: '/notices/read',
      tag,
      summary: 'Mark my notices as read',
      body: readNoticesInput,
      answer: unreadDto,
    },
    ({ actor, body }) => readNotices(actor, body),
  ),
  route(
    { method: 'get', path: '/me/notices', tag, summary: 'How I am told of what', answer: noticeWaysDto },
    ({ actor }) => getNoticeWays(actor),
  ),
  route(
    {
      method: 'patch',
      path: '/me/notices',
      tag,
      summary: 'Choose how I am told',
      description:
        'Without `in_app` there is no notice of that kind. `email` is a digest of what stayed unread for ten minutes; ' +
        'mail about one’s own tickets goes as it does.',
      body: editNoticeWaysInput,
      answer: noticeWaysDto,
    },
    ({ actor, body }) => editNoticeWays(actor, body),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/followers',
      tag,
      summary: 'Who follows a ticket',
      params,
      answer: followersDto,
    },
    ({ actor, params }) => listFollowers(actor, params.ref),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/follow',
      tag,
      summary: 'Follow a ticket, or no longer',
      params,
      body: followInput,
      answer: followersDto,
    },
    ({ actor, params, body, attempt }) => followTicket(actor, params.ref, body.follow, attempt),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/mentionable',
      tag,
      summary: 'Colleagues to name in a note',
      description: 'By how a word of the name begins. Post the note with their ids as `mentions`.',
      params,
      query: mentionableQuery,
      answer: z.object({ results: z.array(mentionableDto) }),
    },
    ({ actor, params, query }) => listMentionable(actor, params.ref, query.q),
  ),
  route(
    {
      method: 'get',
      path: '/me/push',
      tag,
      summary: 'The key with which a browser asks for notices',
      answer: pushKeyDto,
    },
    () => openPush(),
  ),
  route(
    {
      method: 'put',
      path: '/me/push',
      tag,
      summary: 'Tell this browser of notices',
      description:
        'While no window of the desk is open. It ends with the login, with DELETE, or when the browser forgets it.',
      body: pushSubscriptionInput,
      status: 204,
    },
    ({ actor, body }) => subscribePush(actor, body),
  ),
  route(
    {
      method: 'delete',
      path: '/me/push',
      tag,
      summary: 'Tell this browser no more',
      query: endPushQuery,
      status: 204,
    },
    ({ actor, query }) => endPush(actor, query.endpoint),
  ),
];
