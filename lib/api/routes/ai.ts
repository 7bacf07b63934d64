import { z } from 'zod';
import { cancelDraft } from '../../commands/cancel-draft';
import { reportDraft } from '../../commands/report-draft';
import { requestDraft } from '../../commands/request-draft';
import { env } from '../../env';
import { Conflict, NotFound, UpstreamFailed } from '../../errors';
import { getAiStatus } from '../../queries/get-ai-status';
import { getAiUsage } from '../../queries/get-ai-usage';
import { getDraft, waitForDraft } from '../../queries/get-draft';
import { DRAFT_FAILURES, type DraftFailure } from '../../rules/draft-failures';
import {
  aiStatusDto,
  aiUsageDto,
  aiUsageQuery,
  type DraftDto,
  draftDto,
  draftOutcomeInput,
  type RequestDraftInput,
  requestDraftInput,
} from '../../schemas/ai';
import { id } from '../../schemas/id';
import { ticketRef } from '../../schemas/ticket';
import { Answer, type Call, type Route, route } from '../route';

const tag = 'AI drafts';
const ofTicket = z.strictObject({ ref: ticketRef });
const ofDraft = z.strictObject({ ref: ticketRef, draft: id });
/** The worker writes the end of a draft at its deadline; whoever waits lets it arrive. */
const GRACE_MS = 300;

async function askForDraft({
  actor,
  params,
  body,
  attempt,
  prefersAsync,
}: Call<{ ref: string }, undefined, RequestDraftInput>) {
  const asked = await requestDraft(actor, params.ref, body, attempt);
  if (prefersAsync) return new Answer(202, asked, { 'preference-applied': 'respond-async' });
  const patience = env().AI_TIMEOUT_SECONDS * 1_000 + GRACE_MS;
  const draft = await waitForDraft(actor, params.ref, asked.id, patience);
  if (draft.status === 'done') return draft;
  throw refusalOf(draft);
}

/** A draft that came to nothing, as the one shape of errors. */
function refusalOf({ error }: DraftDto) {
  const code = (error?.code ?? 'draft_timeout') as DraftFailure;
  const { status, message } = DRAFT_FAILURES[code];
  if (status === 404) return new NotFound();
  if (status === 409) return new Conflict(code, message);
  return new UpstreamFailed(status, code, message, error?.retry_after);
}

export const aiRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/ai-draft',
      tag,
      summary: 'Ask for a draft, a summary or suggestions',
      description:
        'A proposal that nothing is done with. Answers when it is there; with `Prefer: respond-async` at once with `202 {id}`, then `GET` below, and signals `draft` over the socket.',
      params: ofTicket,
      body: requestDraftInput,
      bodyOptional: true,
      answer: draftDto,
      also: {
        202: 'Asked for, with `Prefer: respond-async`: `{id}`',
        409: '`ai_not_configured`: only a model can do this; `draft_cancelled`',
        429: 'The cap of the hour or the day is reached (`Retry-After`)',
        502: '`ai_bad_response`, `ai_blocked`, `ai_wrong_language`, `ai_misconfigured`',
        503: '`ai_unavailable`; `ai_rate_limited` with `Retry-After`',
        504: '`draft_timeout`',
      },
    },
    askForDraft,
  ),
  route(
    {
      method: 'get',
      path: '/tickets/{ref}/ai-draft/{draft}',
      tag,
      summary: 'A draft of your own, as it is now',
      params: ofDraft,
      answer: draftDto,
    },
    ({ actor, params }) => getDraft(actor, params.ref, params.draft),
  ),
  route(
    {
      method: 'delete',
      path: '/tickets/{ref}/ai-draft/{draft}',
      tag,
      summary: 'Cancel a draft of your own',
      params: ofDraft,
      status: 204,
    },
    ({ actor, params }) => cancelDraft(actor, params.ref, params.draft),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/ai-draft/{draft}/outcome',
      tag,
      summary: 'Say what became of a draft',
      description: 'How much of it was edited is measured on the reply that `message` names.',
      params: ofDraft,
      body: draftOutcomeInput,
      status: 204,
    },
    ({ actor, params, body }) => reportDraft(actor, params.ref, params.draft, body),
  ),
  route(
    {
      method: 'get',
      path: '/ai',
      tag,
      summary: 'Who writes drafts here, and how many you may still ask for',
      answer: aiStatusDto,
    },
    ({ actor }) => getAiStatus(actor),
  ),
  route(
    {
      method: 'get',
      path: '/ai/usage',
      tag,
      summary: 'How drafts are used and what they cost',
      query: aiUsageQuery,
      answer: aiUsageDto,
    },
    ({ actor, query }) => getAiUsage(actor, query.days),
  ),
];
