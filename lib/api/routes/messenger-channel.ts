import { z } from 'zod';
import { createMessengerPage } from '../../commands/create-messenger-page';
import { editMessengerPage } from '../../commands/edit-messenger-page';
import { rereadMessengerEvent } from '../../commands/reread-messenger-event';
import { resendMessage } from '../../commands/resend-message';
import { takeMessengerWebhook } from '../../commands/take-messenger-webhook';
import { getMessaging } from '../../queries/get-messaging';
import { listMessengerEvents } from '../../queries/list-messenger-events';
import { listMessengerPages } from '../../queries/list-messenger-pages';
import { getMessengerWebhook, verifyMessengerWebhook } from '../../queries/messenger-webhook';
import { testMessengerPage } from '../../queries/test-messenger-page';
import { id } from '../../schemas/id';
import { messageDto } from '../../schemas/message';
import {
  createMessengerPageInput,
  editMessengerPageInput,
  listMessengerEventsQuery,
  messagingDto,
  messengerEventDto,
  messengerPageDto,
  messengerTestDto,
  messengerWebhookDto,
  rereadEventDto,
  takenWebhookDto,
  verifyMessengerQuery,
} from '../../schemas/messenger';
import { ticketRef } from '../../schemas/ticket';
import { parseJson } from '../read-body';
import { type Route, route } from '../route';

const tag = 'Messenger';
const params = z.strictObject({ id });
/** Facebook puts many events into one. */
const MAX_WEBHOOK = 4 * 1024 * 1024;

export const messengerChannelRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/channels/messenger',
      tag,
      summary: 'List pages on Facebook, and how they are',
      answer: z.object({ results: z.array(messengerPageDto) }),
    },
    ({ actor }) => listMessengerPages(actor),
  ),
  route(
    {
      method: 'post',
      path: '/channels/messenger',
      tag,
      summary: 'Connect a page on Facebook',
      body: createMessengerPageInput,
      answer: messengerPageDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createMessengerPage(actor, body, attempt),
  ),
  route(
    {
      method: 'patch',
      path: '/channels/messenger/{id}',
      tag,
      summary: 'Edit a page, or switch it off',
      params,
      body: editMessengerPageInput,
      answer: messengerPageDto,
    },
    ({ actor, params: { id }, body }) => editMessengerPage(actor, id, body),
  ),
  route(
    {
      method: 'get',
      path: '/channels/messenger/{id}/webhook',
      tag,
      summary: 'Where Facebook tells of a page, and the word by which it knows us',
      params,
      answer: messengerWebhookDto,
    },
    ({ actor, params: { id } }) => getMessengerWebhook(actor, id),
  ),
  route(
    {
      method: 'post',
      path: '/channels/messenger/{id}/test',
      tag,
      summary: 'Ask Facebook which page the access token opens',
      params,
      answer: messengerTestDto,
    },
    ({ actor, params: { id } }) => testMessengerPage(actor, id),
  ),
  route(
    {
      method: 'get',
      path: '/channels/messenger/{id}',
      tag,
      summary: 'Facebook asks whether this door is meant',
      description: 'Answers `hub.challenge` as text when `hub.verify_token` is the page’s.',
      params,
      query: verifyMessengerQuery,
      also: { 403: 'another word' },
    },
    async ({ params: { id }, query }) =>
      new Response(await verifyMessengerWebhook(id, query), {
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      }),
  ),
  route(
    {
      method: 'post',
      path: '/channels/messenger/{id}',
      tag,
      summary: 'Facebook tells what happened',
      description:
        'A webhook of the Messenger Platform. `X-Hub-Signature-256` is `sha256=` and the HMAC-SHA-256 of the body’s bytes ' +
        'with the app’s secret, in hexadecimal. Answered as soon as all of it is kept; the same again changes nothing.',
      params,
      bodyType: 'application/json',
      bodyLimit: MAX_WEBHOOK,
      answer: takenWebhookDto,
    },
    ({ params: { id }, header, raw }) =>
      takeMessengerWebhook(id, header('x-hub-signature-256'), raw, parseJson),
  ),
  route(
    {
      method: 'get',
      path: '/messenger-events',
      tag,
      summary: 'What Messenger told us, the newest first, with the state in which each ended',
      query: listMessengerEventsQuery,
      answer: z.object({ results: z.array(messengerEventDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listMessengerEvents(actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/messenger-events/{id}/reprocess',
      tag,
      summary: 'Read once more what could not be read',
      params,
      answer: rereadEventDto,
      status: 202,
      also: { 409: '`not_recoverable`: it has not failed' },
    },
    ({ actor, params: { id } }) => rereadMessengerEvent(actor, id),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/messaging',
      tag,
      summary: 'Until when the customer may be answered by Messenger',
      params: z.strictObject({ ref: ticketRef }),
      answer: messagingDto,
    },
    ({ actor, params: { ref } }) => getMessaging(actor, ref),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/messages/{message}/resend',
      tag,
      summary: 'Try once more to bring an answer to Messenger',
      params: z.strictObject({ ref: ticketRef, message: id }),
      answer: messageDto,
      also: { 409: '`nothing_failed`, `window_closed`, `channel_off`' },
    },
    ({ actor, params: { ref, message } }) => resendMessage(actor, ref, message),
  ),
];
