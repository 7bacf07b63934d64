import { configuredAi } from '../ai/configured';
import { ModelFailed } from '../ai/model';
import { configuredModel } from '../ai/providers';
import type { TicketRow } from '../db/sql/ticket-row';
import { Refusal } from '../errors';
import { log } from '../log';
import type { DraftRow } from '../presenters/draft';
import { getDraftMaterial, withNames } from '../queries/get-draft-material';
import { similarTickets } from '../queries/similar-tickets';
import type { DraftSignal } from '../realtime/protocol';
import type { RequestDraftInput } from '../schemas/ai';
import { detectLanguage } from '../search/detect-language';
import { claimDraft } from './steps/claim-draft';
import { draftByModel } from './steps/draft-by-model';
import { draftFromAnswers } from './steps/draft-from-answers';
import { type FailedDraft, settleDraft, type WrittenDraft } from './steps/settle-draft';
import { watchDraft } from './steps/watch-draft';

/**
 * Writes a draft that was asked for and tells its end on the row; a second run of the same draft does nothing.
 * `tell` is how the person who asked hears of it meanwhile.
 */
export async function runDraft(
  id: string,
  tell: (personId: string, signal: DraftSignal) => void,
): Promise<void> {
  const draft = await claimDraft(id);
  if (!draft) return;
  const say = (said: DraftSaid) =>
    tell(draft.person_id, { draft_id: id, ticket_id: draft.ticket_id, ...said });
  const watch = watchDraft(id, draft.deadline_at);
  const ai = configuredAi();
  let end: WrittenDraft | FailedDraft;
  try {
    end = await write(draft, watch.signal, (delta) => say({ delta }));
  } catch (error) {
    end = failureOf(watch.signal.aborted ? watch.signal.reason : error, id);
  } finally {
    watch.stop();
  }
  if (!(await settleDraft(id, ai, end))) return;
  say('error' in end ? { error: { code: end.error, retry_after: end.retryAfter } } : { done: true });
}

type DraftSaid = Pick<DraftSignal, 'delta' | 'done' | 'error'>;

async function write(
  draft: DraftRow,
  signal: AbortSignal,
  onDelta: (delta: string) => void,
): Promise<WrittenDraft> {
  const input = draft.input as Omit<RequestDraftInput, 'kind'>;
  const material = await getDraftMaterial(draft.person_id, draft.ticket_id, {
    notes: input.include_notes,
    languageOf: async (question, ticket) => input.language ?? (await languageOf(question, ticket)),
  });
  const { agent, ticket } = material;
  const model = configuredModel();
  const similar =
    draft.kind === 'reply' && (!model || material.settings.ai_answered_tickets)
      ? await similarTickets(agent, ticket.id, 3)
      : [];
  if (!model) {
    if (draft.kind === 'refine' || draft.kind === 'summary') throw new ModelFailed('ai_not_configured');
    return draftFromAnswers(draft.kind, material, similar, await detectLanguage(material.question));
  }
  return draftByModel({
    kind: draft.kind,
    input,
    // a colleague reads the summary; a text keeps its language
    language:
      input.language ??
      { reply: material.language, summary: agent.locale, refine: null, suggest: null }[draft.kind],
    material,
    answered: await withNames(similar),
    model,
    modelName: configuredAi().model,
    signal,
    onDelta,
  });
}

/** What the customer writes in, else the one language that the ticket asks for, else the one he reads us in. */
async function languageOf(question: string, ticket: TicketRow): Promise<string> {
  const [only, ...others] = ticket.languages;
  return (
    (await detectLanguage(question)) ?? (others.length === 0 ? only : undefined) ?? ticket.customer_locale
  );
}

function failureOf(error: unknown, id: string): FailedDraft {
  if (error instanceof ModelFailed) return { error: error.code, retryAfter: error.retryAfter };
  if (error instanceof Refusal) return { error: 'not_found', retryAfter: null };
  log.error({ err: error, draft: id }, 'draft failed');
  return { error: 'ai_interrupted', retryAfter: null };
}
