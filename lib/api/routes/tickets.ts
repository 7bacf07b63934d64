import { z } from 'zod';
import { applyMacro } from '../../commands/apply-macro';
import { assignTicket } from '../../commands/assign-ticket';
import { changeStatus } from '../../commands/change-status';
import { createTicket } from '../../commands/create-ticket';
import { editTicket } from '../../commands/edit-ticket';
import { markRead, markUnread } from '../../commands/mark-read';
import { postMessage } from '../../commands/post-message';
import { deleteTicket, markSpam, restoreTicket } from '../../commands/set-aside-ticket';
import { getQueuePlace } from '../../queries/get-queue-place';
import { getRecipients } from '../../queries/get-recipients';
import { getTicket, listMessages } from '../../queries/get-ticket';
import { getTicketContext } from '../../queries/get-ticket-context';
import { getTicketRouting } from '../../queries/get-ticket-routing';
import { listEvents } from '../../queries/list-events';
import { listTickets } from '../../queries/list-tickets';
import { suggestRecipients } from '../../queries/suggest-recipients';
import { eventDto } from '../../schemas/event';
import { listTicketsQuery } from '../../schemas/list-tickets';
import { messageDto } from '../../schemas/message';
import { cursor } from '../../schemas/page';
import { postedMessageDto, postMessageInput } from '../../schemas/post-message';
import { queuePlaceDto } from '../../schemas/queue-place';
import {
  recipientSuggestionsDto,
  recipientsDto,
  recipientsQuery,
  suggestRecipientsQuery,
} from '../../schemas/recipients';
import {
  applyMacroInput,
  assignInput,
  createTicketInput,
  editTicketInput,
  readInput,
  setStatusInput,
  spamInput,
  ticketDto,
  ticketRef,
} from '../../schemas/ticket';
import { ticketContextDto } from '../../schemas/ticket-context';
import { ticketDetailDto } from '../../schemas/ticket-detail';
import { ticketRoutingDto } from '../../schemas/ticket-routing';
import { type Call, type Route, route } from '../route';

const tag = 'Tickets';
const params = z.strictObject({ ref: ticketRef });
const page = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), next: z.string().nullable() });
const pageQuery = z.strictObject({ cursor });
const sinceQuery = z.strictObject({
  since: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('0')
    .transform(Number),
});

/** A ticket or message that comes from a page is WEB, from a client with a token API. */
const via = (call: Call) => (call.identity?.via === 'bearer' ? 'API' : 'WEB');

export const ticketRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/tickets',
      tag,
      summary: 'List tickets',
      query: listTicketsQuery,
      answer: page(ticketDto),
    },
    ({ actor, query }) => listTickets(actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/tickets',
      tag,
      summary: 'File a ticket; staff on behalf of a customer',
      body: createTicketInput,
      answer: ticketDto,
      status: 201,
    },
    (call) => createTicket(call.actor, call.body, via(call), call.attempt),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}',
      tag,
      summary: 'One ticket with its newest messages',
      params,
      answer: ticketDetailDto,
    },
    ({ actor, params }) => getTicket(actor, params.ref),
  ),
  route(
    {
      method: 'patch',
      path: '/tickets/{ref}',
      tag,
      summary: 'Edit subject, priority, topic, languages, team, tags',
      params,
      body: editTicketInput,
      answer: ticketDto,
      also: { 409: '`version_conflict` with `current`' },
    },
    ({ actor, params, body }) => editTicket(actor, params.ref, body),
  ),
  route(
    { method: 'delete', path: '/tickets/{ref}', tag, summary: 'Move to the trash', params, status: 204 },
    ({ actor, params }) => deleteTicket(actor, params.ref),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/restore',
      tag,
      summary: 'Take out of the trash',
      params,
      answer: ticketDto,
    },
    ({ actor, params, attempt }) => restoreTicket(actor, params.ref, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/spam',
      tag,
      summary: 'Mark as spam, or not',
      params,
      body: spamInput,
      answer: ticketDto,
    },
    ({ actor, params, body, attempt }) => markSpam(actor, params.ref, body, attempt),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/messages',
      tag,
      summary: 'Older messages',
      params,
      query: pageQuery,
      answer: page(messageDto),
    },
    ({ actor, params, query }) => listMessages(actor, params.ref, query.cursor),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/messages',
      tag,
      summary: 'Reply, or add a note',
      params,
      body: postMessageInput,
      answer: postedMessageDto,
      status: 201,
      description:
        'Staff may have it wait: `hold_seconds` to take it back, `send_at` to send it later. Then the answer has ' +
        '`held`, and nothing happens before it leaves. A reply that comes after a message which its author has not ' +
        'seen is refused and kept as his draft.',
      also: {
        409: '`newer_messages` with `messages`; `new_recipients` with `recipients`; `ticket_closed`; `invalid_transition`',
      },
    },
    (call) => postMessage(call.actor, call.params.ref, call.body, via(call), call.attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/set-status',
      tag,
      summary: 'Set the status by hand',
      params,
      body: setStatusInput,
      answer: ticketDto,
      also: { 409: '`invalid_transition` or `assign_first`, with `current`' },
    },
    ({ actor, params, body, attempt }) => changeStatus(actor, params.ref, body.status, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/apply-macro',
      tag,
      summary: 'Do what a macro says, without a message',
      params,
      body: applyMacroInput,
      answer: ticketDto,
      also: { 409: '`invalid_transition`, `assign_first` or `ticket_closed`, as by hand' },
    },
    ({ actor, params, body, attempt }) => applyMacro(actor, params.ref, body.canned_reply_id, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/assign',
      tag,
      summary: 'Assign, take, or give back (null); to a team',
      params,
      body: assignInput,
      answer: ticketDto.extend({ warnings: z.array(z.string()) }),
    },
    ({ actor, params, body, attempt }) => assignTicket(actor, params.ref, body, attempt),
  ),
  route(
    {
      method: 'put',
      path: '/tickets/{ref}/read',
      tag,
      summary: 'How far one has read it',
      params,
      body: readInput,
      status: 204,
    },
    ({ actor, params, body }) => markRead(actor, params.ref, body.message_id),
  ),
  route(
    { method: 'delete', path: '/tickets/{ref}/read', tag, summary: 'Mark as unread', params, status: 204 },
    ({ actor, params }) => markUnread(actor, params.ref),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/recipients',
      tag,
      summary: 'Who will get a public reply, and how',
      params,
      query: recipientsQuery,
      answer: recipientsDto,
    },
    ({ actor, params, query }) => getRecipients(actor, params.ref, query.cc),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/recipient-suggestions',
      tag,
      summary: 'Who may be meant to get a copy',
      description:
        'Up to eight who were on the ticket, or are customers of the same organisation; neither colleagues nor its customer.',
      params,
      query: suggestRecipientsQuery,
      answer: recipientSuggestionsDto,
    },
    ({ actor, params, query }) => suggestRecipients(actor, params.ref, query.q),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/context',
      tag,
      summary: 'The customer beside a ticket',
      params,
      answer: ticketContextDto,
    },
    ({ actor, params }) => getTicketContext(actor, params.ref),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/queue',
      tag,
      summary:
        'Where a ticket stands in the queue and how long answers took of late, as its customer is told',
      params,
      answer: queuePlaceDto,
    },
    ({ actor, params }) => getQueuePlace(actor, params.ref),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/routing',
      tag,
      summary: 'Why a ticket is with whom it is, or why it still waits',
      params,
      answer: ticketRoutingDto,
    },
    ({ actor, params }) => getTicketRouting(actor, params.ref),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/events',
      tag,
      summary: 'History of a ticket, from an event number on',
      params,
      query: sinceQuery,
      answer: z.object({ results: z.array(eventDto), reload: z.boolean() }),
    },
    ({ actor, params, query }) => listEvents(actor, params.ref, query.since),
  ),
];
