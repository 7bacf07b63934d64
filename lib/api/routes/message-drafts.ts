import { z } from 'zod';
import { discardMessageDraft } from '../../commands/discard-message-draft';
import { saveMessageDraft } from '../../commands/save-message-draft';
import { getMessageDraft } from '../../queries/get-message-draft';
import { listMessageDrafts } from '../../queries/list-message-drafts';
import {
  discardMessageDraftQuery,
  listedMessageDraftDto,
  listMessageDraftsQuery,
  messageDraftDto,
  saveMessageDraftInput,
} from '../../schemas/message-draft';
import { ticketRef } from '../../schemas/ticket';
import { DRAFT_KINDS } from '../../schemas/values';
import { type Route, route } from '../route';

const tag = 'Drafts';
const path = '/tickets/{ref}/drafts/{kind}';
const params = z.strictObject({ ref: ticketRef, kind: z.enum(DRAFT_KINDS) });
const also = { 409: '`newer_draft` with `draft`, the one that stays' };

export const messageDraftRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/drafts',
      tag,
      summary: 'My unsent texts, newest first',
      description:
        'Drafts, messages that wait for their time, and messages that were stopped before they left: those have ' +
        '`attention`, the reason.',
      query: listMessageDraftsQuery,
      answer: z.object({ results: z.array(listedMessageDraftDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listMessageDrafts(actor, query.cursor),
  ),
  route(
    {
      method: 'get',
      path,
      tag,
      summary: 'My unsent reply or note on a ticket',
      description: 'Empty, with revision 0, when there never was one.',
      params,
      answer: messageDraftDto,
    },
    ({ actor, params }) => getMessageDraft(actor, params.ref, params.kind),
  ),
  route(
    {
      method: 'put',
      path,
      tag,
      summary: 'Save it',
      description:
        'Send a revision higher than the one that was read. Kept for 30 days after the last change; sending the ' +
        'message with `draft_revision` ends it in the same transaction.',
      params,
      body: saveMessageDraftInput,
      answer: messageDraftDto,
      also,
    },
    ({ actor, params, body }) => saveMessageDraft(actor, params.ref, params.kind, body),
  ),
  route(
    {
      method: 'delete',
      path,
      tag,
      summary: 'Throw it away',
      params,
      query: discardMessageDraftQuery,
      status: 204,
      also,
    },
    ({ actor, params, query }) => discardMessageDraft(actor, params.ref, params.kind, query.revision),
  ),
];
