import { z } from 'zod';
import { getConversation, listConversations } from '../../queries/list-conversations';
import { conversationDetailDto, conversationDto } from '../../schemas/conversation';
import { pageQuery } from '../../schemas/list-tickets';
import { ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Conversations';

export const conversationRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/conversations',
      tag,
      summary: 'List conversations',
      description:
        'Tickets as their customers see them, newest first; whose they are is as in the list of tickets.',
      query: pageQuery,
      answer: z.object({ results: z.array(conversationDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listConversations(actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/conversations/{ref}',
      tag,
      summary: 'One conversation with its newest messages',
      params: z.strictObject({ ref: ticketRef }),
      answer: conversationDetailDto,
    },
    ({ actor, params }) => getConversation(actor, params.ref),
  ),
];
