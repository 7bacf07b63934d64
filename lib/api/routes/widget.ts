import { z } from 'zod';
import { beginChat } from '../../commands/begin-chat';
import { confirmVisitor } from '../../commands/confirm-visitor';
import { editVisitor } from '../../commands/edit-visitor';
import { endChat } from '../../commands/end-chat';
import { rateChat } from '../../commands/rate-chat';
import { readChatUpTo } from '../../commands/read-chat';
import { requestVisitorCode } from '../../commands/request-visitor-code';
import { sayInChat } from '../../commands/say-in-chat';
import { startVisit } from '../../commands/start-visit';
import { getWidgetConfig } from '../../queries/get-widget-config';
import { getChat, listChats } from '../../queries/list-chats';
import {
  beginChatInput,
  begunChatDto,
  chatConversationDto,
  chatDetailDto,
  chatMessageDto,
  chatReadInput,
  chatsDto,
  listChatsQuery,
  readChatQuery,
  sayInput,
} from '../../schemas/chat';
import { id } from '../../schemas/id';
import { detailDto } from '../../schemas/problem';
import { rateInput } from '../../schemas/rating';
import {
  confirmVisitorInput,
  editVisitorInput,
  visitDto,
  visitInput,
  visitorDto,
} from '../../schemas/visitor';
import { widgetConfigDto, widgetConfigQuery, widgetKey } from '../../schemas/widget';
import { Answer, type Route, route } from '../route';

const tag = 'Web chat';
const visitors = true;
const params = z.strictObject({ id });
const website = z.strictObject({ key: widgetKey });
const limited = { 429: 'Too many; Retry-After says how long to wait.' };

export const widgetRoutes: Route[] = [
  route(
    {
      method: 'patch',
      path: '/widget/visitor',
      tag,
      summary: 'Say who one is, or that the page is another now',
      description: 'The address is a claim: answers are mailed to it, and it opens nothing.',
      visitors,
      body: editVisitorInput,
      answer: visitorDto,
      also: { 409: '`email_confirmed`: it is proved, and stays' },
    },
    ({ visitor, body }) => editVisitor(visitor, body),
  ),
  route(
    {
      method: 'post',
      path: '/widget/visitor/email-code',
      tag,
      summary: 'Mail a code to the claimed address',
      visitors,
      body: z.strictObject({}),
      bodyOptional: true,
      answer: detailDto,
      also: limited,
    },
    async (call) => {
      await requestVisitorCode(call.visitor, call);
      return { detail: 'A code is on its way. It holds for 10 minutes.' };
    },
  ),
  route(
    {
      method: 'post',
      path: '/widget/visitor/confirm',
      tag,
      summary: 'Prove the claimed address with the mailed code',
      description: 'What was begun here becomes that account’s, and its conversations are listed.',
      visitors,
      body: confirmVisitorInput,
      answer: visitDto,
      also: { 401: '`invalid_code`', 409: '`other_account`, `not_a_customer`', ...limited },
    },
    (call) => confirmVisitor(call.visitor, call.body.code, call),
  ),
  route(
    {
      method: 'get',
      path: '/widget/conversations',
      tag,
      summary: 'List own conversations, open ones first',
      visitors,
      query: listChatsQuery,
      answer: chatsDto,
    },
    ({ visitor, query }) => listChats(visitor, query),
  ),
  route(
    {
      method: 'post',
      path: '/widget/conversations',
      tag,
      summary: 'Begin a conversation',
      description: 'Send an Idempotency-Key. It is taken also while nobody is there.',
      visitors,
      body: beginChatInput,
      answer: begunChatDto,
      status: 201,
      also: limited,
    },
    (call) => beginChat(call.visitor, call.body, call, call.attempt),
  ),
  route(
    {
      method: 'get',
      path: '/widget/conversations/{id}',
      tag,
      summary: 'One conversation with its newest messages, or those before',
      visitors,
      params,
      query: readChatQuery,
      answer: chatDetailDto,
    },
    ({ visitor, params, query }) => getChat(visitor, params.id, query.before),
  ),
  route(
    {
      method: 'post',
      path: '/widget/conversations/{id}/messages',
      tag,
      summary: 'Say something',
      description: 'Send an Idempotency-Key.',
      visitors,
      params,
      body: sayInput,
      answer: chatMessageDto,
      status: 201,
      also: { 409: '`conversation_ended`: begin a new one', ...limited },
    },
    ({ visitor, params, body, attempt }) => sayInChat(visitor, params.id, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/widget/conversations/{id}/read',
      tag,
      summary: 'Say how far one has read',
      visitors,
      params,
      body: chatReadInput,
      status: 204,
    },
    ({ visitor, params, body }) => readChatUpTo(visitor, params.id, body.message_id),
  ),
  route(
    {
      method: 'post',
      path: '/widget/conversations/{id}/end',
      tag,
      summary: 'End a conversation',
      visitors,
      params,
      body: z.strictObject({}),
      bodyOptional: true,
      answer: chatConversationDto,
    },
    ({ visitor, params, attempt }) => endChat(visitor, params.id, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/widget/conversations/{id}/rating',
      tag,
      summary: 'Say how the help was',
      visitors,
      params,
      body: rateInput,
      answer: chatConversationDto,
      also: { 409: '`not_resolved`, `too_late`' },
    },
    ({ visitor, params, body, attempt }) => rateChat(visitor, params.id, body, attempt),
  ),
  route(
    {
      method: 'get',
      path: '/widget/{key}',
      tag,
      summary: 'What a website’s widget shows before anybody writes',
      visitors,
      params: website,
      query: widgetConfigQuery,
      answer: widgetConfigDto,
      also: { 403: '`origin_not_allowed`' },
    },
    ({ params, query, acceptLanguage }) => getWidgetConfig(params.key, query, acceptLanguage),
  ),
  route(
    {
      method: 'post',
      path: '/widget/{key}/visitors',
      tag,
      summary: 'Come to a website’s chat, or come back',
      description:
        'With a visitor’s token he goes on (200), else there is a new one (201). `identity` is signed by the website with ' +
        'its secret; `resume` is of a mailed link.',
      visitors,
      params: website,
      body: visitInput,
      answer: visitDto,
      status: 201,
      also: {
        200: 'The same visitor as before.',
        401: '`identity_refused`, `identity_required`, `link_expired`; `unauthenticated`: the sent token is not good',
        403: '`origin_not_allowed`',
        ...limited,
      },
    },
    async (call) => {
      const known = call.identity?.actor.visitor ?? null;
      const { visit, isNew } = await startVisit(call.params.key, call.body, known, call);
      return new Answer(isNew ? 201 : 200, visit);
    },
  ),
];
