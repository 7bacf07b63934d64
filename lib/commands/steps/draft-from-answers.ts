import type { DraftMaterial } from '../../queries/get-draft-material';
import type { SimilarTicket } from '../../queries/similar-tickets';
import { textOf } from '../../rules/draft-answer';
import type { DraftResult } from '../../schemas/ai';
import { draftSources } from './draft-sources';
import type { WrittenDraft } from './settle-draft';

/**
 * A draft without any model: the canned reply that fits best, filled in, and the answered tickets most like this one.
 * Nothing leaves the house, and nothing is made up.
 */
export function draftFromAnswers(
  kind: 'reply' | 'suggest',
  material: DraftMaterial,
  similar: readonly SimilarTicket[],
  written: string | null,
): WrittenDraft {
  const { sources, passages } = draftSources(material);
  const [best] = kind === 'reply' ? passages : [];
  const sentences = (best?.body.split(/\n{2,}/) ?? [])
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((text) => ({ text, sources: [best!.id], unsupported: false, paragraph: true }));
  const result: DraftResult = {
    text: textOf(sentences),
    sentences,
    missing: [],
    language: best ? (material.replies[0]?.language ?? null) : null,
    confidence: null,
    similar: kind === 'reply' ? similar.map(presentSimilar) : [],
    proposals: kind === 'suggest' ? proposalsFrom(material, written) : null,
  };
  const offered = new Set(passages.map(({ id }) => id));
  return {
    result,
    sources: sources.filter(({ id }) => offered.has(id)),
    tokensIn: null,
    tokensOut: null,
    costMicros: null,
  };
}

/** The topic of the reply that fits best, and the language that the customer writes in. */
function proposalsFrom(
  { ticket, replies, topics }: DraftMaterial,
  written: string | null,
): DraftResult['proposals'] {
  const topic = replies.find((reply) => reply.topic !== null)?.topic ?? null;
  const known = topics.some(({ key }) => key === topic);
  return {
    topic: known && topic !== ticket.topic ? topic : null,
    priority: null,
    language: written !== null && !ticket.languages.includes(written) ? written : null,
  };
}

const presentSimilar = (one: SimilarTicket): DraftResult['similar'][number] => ({
  ticket_id: one.id,
  number: one.number,
  subject: one.subject,
  reply: one.reply.length > 2_000 ? `${one.reply.slice(0, 2_000).toWellFormed()} …` : one.reply,
  replied_at: one.replied_at.toISOString(),
});
