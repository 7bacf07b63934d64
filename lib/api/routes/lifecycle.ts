import { z } from 'zod';
import { editNote, removeMessage } from '../../commands/change-message';
import { mergeTickets } from '../../commands/merge-tickets';
import { setPromise, snoozeTicket, unsnoozeTicket } from '../../commands/snooze-ticket';
import { splitTicket } from '../../commands/split-ticket';
import { unmergeTicket } from '../../commands/unmerge-ticket';
import { id } from '../../schemas/id';
import { mergeInput, promiseInput, splitInput } from '../../schemas/lifecycle';
import { messageDto } from '../../schemas/message';
import { nothing } from '../../schemas/nothing';
import { editMessageInput } from '../../schemas/post-message';
import { snoozeInput } from '../../schemas/snooze';
import { ticketDto, ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Tickets';
const params = z.strictObject({ ref: ticketRef });
const ofMessage = z.strictObject({ ref: ticketRef, message: id });

export const lifecycleRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/snooze',
      tag,
      summary: 'Snooze until a time, or until the customer answers',
      params,
      body: snoozeInput,
      answer: ticketDto,
      also: { 409: '`not_open`' },
    },
    ({ actor, params, body, attempt }) => snoozeTicket(actor, params.ref, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/unsnooze',
      tag,
      summary: 'Wake a snoozed ticket',
      params,
      body: nothing,
      bodyOptional: true,
      answer: ticketDto,
    },
    ({ actor, params, attempt }) => unsnoozeTicket(actor, params.ref, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/promise',
      tag,
      summary: 'Say what happens if the customer does not answer',
      description: '`promise` null takes it back, or puts away the reminder that it became.',
      params,
      body: z.strictObject({ promise: promiseInput.nullable() }).meta({ id: 'SetPromise' }),
      answer: ticketDto,
      also: { 409: '`not_open`' },
    },
    ({ actor, params, body, attempt }) => setPromise(actor, params.ref, body.promise, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/merge',
      tag,
      summary: 'Merge into another ticket',
      description: 'The answer is the ticket that goes on. It can be taken back for 30 days.',
      params,
      body: mergeInput,
      answer: ticketDto,
      also: {
        409: '`already_merged`, `target_merged`, `ticket_closed`, `in_trash`; `different_customers` with the names of both',
      },
    },
    ({ actor, params, body, attempt }) => mergeTickets(actor, params.ref, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/unmerge',
      tag,
      summary: 'Take a merge back',
      params,
      body: nothing,
      bodyOptional: true,
      answer: ticketDto,
      also: { 409: '`not_merged`, `too_late`' },
    },
    ({ actor, params, attempt }) => unmergeTicket(actor, params.ref, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/split',
      tag,
      summary: 'Begin a ticket with messages of this one',
      params,
      body: splitInput,
      answer: ticketDto,
      status: 201,
      also: { 409: '`ticket_closed`' },
    },
    ({ actor, params, body, attempt }) => splitTicket(actor, params.ref, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/messages/{message}/redact',
      tag,
      summary: 'Take the text of a message out',
      description: 'One’s own; admins anybody’s. That there was a message stays.',
      params: ofMessage,
      body: nothing,
      bodyOptional: true,
      answer: messageDto,
    },
    ({ actor, params, attempt }) => removeMessage(actor, params.ref, params.message, attempt),
  ),
  route(
    {
      method: 'patch',
      path: '/tickets/{ref}/messages/{message}',
      tag,
      summary: 'Edit a note of one’s own',
      params: ofMessage,
      body: editMessageInput,
      answer: messageDto,
      also: { 409: '`message_removed`' },
    },
    ({ actor, params, body }) => editNote(actor, params.ref, params.message, body.body),
  ),
];
