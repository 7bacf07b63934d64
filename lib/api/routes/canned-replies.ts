import { z } from 'zod';
import { createCannedReply } from '../../commands/create-canned-reply';
import { editCannedReply } from '../../commands/edit-canned-reply';
import { getCannedReply, listCannedReplies } from '../../queries/list-canned-replies';
import { previewCannedReply } from '../../queries/preview-canned-reply';
import {
  cannedReplyDto,
  cannedReplyPreviewDto,
  createCannedReplyInput,
  editCannedReplyInput,
  listCannedRepliesQuery,
  previewCannedReplyQuery,
} from '../../schemas/canned-reply';
import { id } from '../../schemas/id';
import { type Route, route } from '../route';

const tag = 'Canned replies';
const params = z.strictObject({ id });

export const cannedReplyRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/canned-replies',
      tag,
      summary: 'Replies ready to use: everybody’s, those of one’s teams, one’s own',
      query: listCannedRepliesQuery,
      answer: z.object({ results: z.array(cannedReplyDto) }),
    },
    ({ actor, query }) => listCannedReplies(actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/canned-replies',
      tag,
      summary: 'Write a canned reply; agents for themselves',
      body: createCannedReplyInput,
      answer: cannedReplyDto,
      status: 201,
    },
    ({ actor, body, attempt }) => createCannedReply(actor, body, attempt),
  ),
  route(
    {
      method: 'get',
      path: '/canned-replies/{id}',
      tag,
      summary: 'One canned reply',
      params,
      answer: cannedReplyDto,
    },
    ({ actor, params }) => getCannedReply(actor, params.id),
  ),
  route(
    {
      method: 'get',
      path: '/canned-replies/{id}/preview',
      tag,
      summary: 'What a canned reply would say and do on a ticket',
      description:
        'Changes nothing. Without a text in the ticket’s language `text` is null: ask for one of `languages`.',
      params,
      query: previewCannedReplyQuery,
      answer: cannedReplyPreviewDto,
    },
    ({ actor, params, query }) => previewCannedReply(actor, params.id, query),
  ),
  route(
    {
      method: 'patch',
      path: '/canned-replies/{id}',
      tag,
      summary: 'Change a canned reply',
      params,
      body: editCannedReplyInput,
      answer: cannedReplyDto,
    },
    ({ actor, params, body }) => editCannedReply(actor, params.id, body),
  ),
  route(
    {
      method: 'delete',
      path: '/canned-replies/{id}',
      tag,
      summary: 'Archive a canned reply',
      params,
      status: 204,
    },
    ({ actor, params }) => editCannedReply(actor, params.id, { is_archived: true }),
  ),
];
