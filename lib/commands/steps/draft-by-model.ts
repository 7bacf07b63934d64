import { randomBytes } from 'node:crypto';
import { type Model, ModelFailed } from '../../ai/model';
import { costOf } from '../../ai/prices';
import type { DraftMaterial } from '../../queries/get-draft-material';
import type { SimilarTicket } from '../../queries/similar-tickets';
import {
  type DraftRules,
  knownLinks,
  parseLoose,
  readAnswer,
  readSoFar,
  textOf,
} from '../../rules/draft-answer';
import { answerSchema, buildPrompt, type PromptInput } from '../../rules/draft-prompt';
import { createMask, maskForGood } from '../../rules/mask';
import { readProposals } from '../../rules/proposals';
import type { DraftResult, DraftSourceDto, RequestDraftInput } from '../../schemas/ai';
import { PRIORITIES } from '../../schemas/values';
import { detectLanguage } from '../../search/detect-language';
import { draftSources } from './draft-sources';
import type { WrittenDraft } from './settle-draft';

export interface ModelDraft {
  kind: RequestDraftInput['kind'];
  input: Pick<RequestDraftInput, 'instruction' | 'text'>;
  /** Of the answer; null when nobody knows. */
  language: string | null;
  material: DraftMaterial;
  /** Answered tickets of other customers; empty unless the settings allow them. */
  answered: readonly (SimilarTicket & { names: string[] })[];
  model: Model;
  modelName: string | null;
  signal: AbortSignal;
  /** Called with what is new of the text. */
  onDelta: (delta: string) => void;
}

/** Who wrote as a customer: after a merge it may be another one than whose ticket it is. */
const customersIn = (messages: DraftMaterial['messages']): string[] =>
  messages.filter((one) => one.author_role === 'customer').map((one) => one.author_name);

/** Asks the model, and keeps of its answer only what the rules let through. @throws ModelFailed */
export async function draftByModel(draft: ModelDraft): Promise<WrittenDraft> {
  const { material, kind } = draft;
  const { sources, messages, passages } = withAnswered(draft);
  const { ticket } = material;
  const mask = createMask([...new Set([ticket.customer_name, ...customersIn(material.messages)])]);
  const asked: PromptInput = {
    kind,
    instruction: draft.input.instruction,
    language: draft.language,
    ticket: {
      subject: ticket.subject,
      status: ticket.status,
      priority: PRIORITIES[ticket.priority] ?? 'MEDIUM',
      topic: ticket.topic,
      channel: ticket.channel,
      customer: ticket.customer_name,
    },
    messages,
    passages: kind === 'reply' ? passages : [],
    ...(kind === 'refine' ? { text: draft.input.text ?? '' } : {}),
    ...(kind === 'suggest' ? { topics: material.topics.map(({ key, name }) => `${key}: ${name}`) } : {}),
    mask,
    marker: randomBytes(8).toString('hex'),
  };
  const { system, user, used } = buildPrompt(asked);
  const ownWords = [
    ...messages.filter(({ author }) => author === 'staff').map(({ body }) => body),
    ...passages.map(({ body }) => body),
    draft.input.text ?? '',
  ];
  const rules: DraftRules = {
    sourceIds: used,
    links: knownLinks(ownWords),
    restore: mask.restore,
    instructions: system,
  };
  const call = (more = '') => callModel(draft, { system: system + more, user }, rules);
  const answer = kind === 'suggest' ? await suggest(draft, call) : await write(draft, call, rules);
  return {
    ...answer,
    sources: sources.filter(({ id }) => used.has(id)),
    costMicros: costOf(draft.modelName, answer.tokensIn, answer.tokensOut),
  };
}

type Call = (more?: string) => ReturnType<Model>;
type Answered = Omit<WrittenDraft, 'sources' | 'costMicros'>;

/** Streams the answer; what is told on the way went through the same rules as the whole. */
function callModel(
  { model, kind, signal, onDelta }: ModelDraft,
  prompt: { system: string; user: string },
  rules: DraftRules,
): ReturnType<Model> {
  let told = '';
  return model({
    ...prompt,
    schema: answerSchema(kind),
    signal,
    onText: (json) => {
      const text = kind === 'suggest' ? '' : textOf(readSoFar(json, rules));
      if (text.length <= told.length || !text.startsWith(told)) return;
      onDelta(text.slice(told.length));
      told = text;
    },
  });
}

async function write(draft: ModelDraft, call: Call, rules: DraftRules): Promise<Answered> {
  let tokensIn: number | null = 0;
  let tokensOut: number | null = 0;
  for (const more of ['', `\nWrite every word in "${draft.language}".`]) {
    const answer = await call(more);
    tokensIn = plus(tokensIn, answer.tokensIn);
    tokensOut = plus(tokensOut, answer.tokensOut);
    const read = readAnswer(answer.text, rules);
    if (!read) throw new ModelFailed('ai_bad_response');
    const written = await detectLanguage(read.text);
    if (draft.language !== null && written !== null && written !== draft.language) continue;
    return { result: { ...read, similar: [], proposals: null }, tokensIn, tokensOut };
  }
  throw new ModelFailed('ai_wrong_language');
}

async function suggest({ material }: ModelDraft, call: Call): Promise<Answered> {
  const { text, tokensIn, tokensOut } = await call();
  const { ticket, topics } = material;
  const proposals = readProposals(parseLoose(text), {
    topics: topics.map(({ key }) => key),
    current: {
      topic: ticket.topic,
      priority: PRIORITIES[ticket.priority] ?? 'MEDIUM',
      languages: ticket.languages,
    },
  });
  if (!proposals) throw new ModelFailed('ai_bad_response');
  return { result: { ...NO_TEXT, proposals }, tokensIn, tokensOut };
}

const NO_TEXT: Omit<DraftResult, 'proposals'> = {
  text: '',
  sentences: [],
  missing: [],
  language: null,
  confidence: null,
  similar: [],
};

const plus = (sum: number | null, more: number | null): number | null =>
  sum === null || more === null ? null : sum + more;

/** The draft's sources, and what was answered elsewhere with everything personal hidden for good. */
function withAnswered({ material, answered }: ModelDraft): ReturnType<typeof draftSources> {
  const own = draftSources(material);
  const masked = answered.map((one, index) => ({
    id: `a${index + 1}`,
    number: one.number,
    at: one.replied_at.toISOString(),
    title: maskForGood(one.subject, one.names),
    body: maskForGood(one.reply, one.names),
  }));
  return {
    ...own,
    sources: [
      ...own.sources,
      ...masked.map(
        ({ id, number, at, title, body }): DraftSourceDto => ({
          id,
          kind: 'answered_ticket',
          title,
          passage: body.slice(0, 600).toWellFormed(),
          at,
          message_id: null,
          ticket_number: number,
        }),
      ),
    ],
    passages: [...own.passages, ...masked.map(({ id, title, body }) => ({ id, title, body }))],
  };
}
