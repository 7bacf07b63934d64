import { z } from 'zod';
import { sendHeldNow } from '../../commands/send-held-now';
import { undoHeld } from '../../commands/undo-held';
import { id } from '../../schemas/id';
import { messageDraftDto } from '../../schemas/message-draft';
import { nothing } from '../../schemas/nothing';
import { postedMessageDto, sendHeldInput } from '../../schemas/post-message';
import { ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Messages';
const params = z.strictObject({ ref: ticketRef, message: id });

export const heldMessageRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/held/{message}/undo',
      tag,
      summary: 'Take back a message that has not left, or was stopped',
      description: 'It becomes its author’s draft again; the answer is that draft.',
      params,
      body: nothing,
      bodyOptional: true,
      answer: messageDraftDto,
      also: { 409: '`already_sent`; `already_undone`' },
    },
    ({ actor, params, attempt }) => undoHeld(actor, params.ref, params.message, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/held/{message}/send-now',
      tag,
      summary: 'Send a message that waits, or was stopped, now',
      description:
        'One’s own alone. `based_on`, the newest message, sends what was stopped because somebody wrote.',
      params,
      body: sendHeldInput,
      bodyOptional: true,
      answer: postedMessageDto,
      also: { 409: '`already_sent`; `already_undone`; `newer_messages` with `messages`; as posting' },
    },
    ({ actor, params, body, attempt }) =>
      sendHeldNow(actor, params.ref, params.message, body.based_on, attempt),
  ),
];
