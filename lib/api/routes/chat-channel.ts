import { z } from 'zod';
import { createWebsite } from '../../commands/create-website';
import { editWebsite, renewIdentitySecret } from '../../commands/edit-website';
import { getTicketVisitor } from '../../queries/get-ticket-visitor';
import { getIdentitySecret, listWebsites } from '../../queries/list-websites';
import { id } from '../../schemas/id';
import { ticketRef } from '../../schemas/ticket';
import { ticketVisitorDto } from '../../schemas/visitor';
import { createWebsiteInput, editWebsiteInput, identitySecretDto, websiteDto } from '../../schemas/website';
import { type Route, route } from '../route';

const tag = 'Web chat';
const params = z.strictObject({ id });

export const chatChannelRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/channels/chat',
      tag,
      summary: 'List websites with a chat',
      answer: z.object({ results: z.array(websiteDto) }),
    },
    ({ actor }) => listWebsites(actor),
  ),
  route(
    {
      method: 'post',
      path: '/channels/chat',
      tag,
      summary: 'Add a website',
      body: createWebsiteInput,
      answer: websiteDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createWebsite(actor, body, attempt),
  ),
  route(
    {
      method: 'patch',
      path: '/channels/chat/{id}',
      tag,
      summary: 'Edit a website, or switch its chat off',
      params,
      body: editWebsiteInput,
      answer: websiteDto,
    },
    ({ actor, params: { id }, body }) => editWebsite(actor, id, body),
  ),
  route(
    {
      method: 'get',
      path: '/channels/chat/{id}/key',
      tag,
      summary: 'The secret with which a website says who its visitors are',
      params,
      answer: identitySecretDto,
    },
    ({ actor, params: { id } }) => getIdentitySecret(actor, id),
  ),
  route(
    {
      method: 'post',
      path: '/channels/chat/{id}/key',
      tag,
      summary: 'Another secret; what the old one signed names nobody any more',
      params,
      answer: identitySecretDto,
    },
    ({ actor, params: { id } }) => renewIdentitySecret(actor, id),
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/visitor',
      tag,
      summary: 'Who is on the other side of a chat, and on which page; null where nobody is known',
      params: z.strictObject({ ref: ticketRef }),
      answer: ticketVisitorDto.nullable(),
    },
    ({ actor, params }) => getTicketVisitor(actor, params.ref),
  ),
];
