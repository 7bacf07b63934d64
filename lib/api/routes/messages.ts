import { z } from 'zod';
import { receiveMessage } from '../../commands/receive-message';
import { listCustomerMessages } from '../../queries/list-customer-messages';
import {
  listedMessageDto,
  listMessagesQuery,
  receivedMessageDto,
  receiveMessageInput,
} from '../../schemas/message';
import { type Route, route } from '../route';

const tag = 'Messages';

export const messageRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/messages',
      tag,
      summary: 'Public messages of a customer, oldest first',
      description:
        'For programs that speak with a customer elsewhere: ask with `since`, the time of the last message that you have. ' +
        'Customers get their own; staff names the `customer`, and sees the tickets that it may see.',
      query: listMessagesQuery,
      answer: z.object({ results: z.array(listedMessageDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listCustomerMessages(actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/messages',
      tag,
      summary: 'Send a message of a customer',
      description:
        'It goes to the customer’s newest unsolved ticket, else to a new one, whose subject is its first sentence. ' +
        'Staff and machines name the `customer`: the message then is the customer’s own, as if he had written it here ' +
        '(it wakes the ticket, tells the assignee, opens a follow-up of a closed one). Of his tickets those count that ' +
        'you may see; an answer of the team goes to `POST /tickets/{ref}/messages/`.',
      body: receiveMessageInput,
      answer: receivedMessageDto,
      status: 201,
    },
    ({ actor, identity, body, attempt }) =>
      receiveMessage(actor, body, identity?.via === 'bearer' ? 'API' : 'WEB', attempt),
  ),
];
