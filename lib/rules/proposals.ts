import { z } from 'zod';
import { LANGUAGES, PRIORITIES } from '../schemas/values';
import { languageCode } from './draft-answer';

type Priority = (typeof PRIORITIES)[number];

/** What a model may propose for a ticket; whatever is not one of ours, or is so already, is no proposal. */
export interface Proposals {
  topic: string | null;
  priority: Priority | null;
  language: string | null;
}

const rawProposals = z.object({
  topic: z.string().nullable().catch(null),
  priority: z.enum(PRIORITIES).nullable().catch(null),
  language: z.string().nullable().catch(null),
});

/** @returns null when it is no answer to the question at all. */
export function readProposals(
  raw: unknown,
  {
    topics,
    current,
  }: {
    topics: readonly string[];
    current: { topic: string | null; priority: string; languages: readonly string[] };
  },
): Proposals | null {
  const parsed = rawProposals.safeParse(raw);
  if (!parsed.success) return null;
  const { topic, priority } = parsed.data;
  const language = languageCode(parsed.data.language);
  const isLanguage = language !== null && (LANGUAGES as readonly string[]).includes(language);
  return {
    topic: topic !== null && topics.includes(topic) && topic !== current.topic ? topic : null,
    priority: priority !== current.priority ? priority : null,
    language: isLanguage && !current.languages.includes(language) ? language : null,
  };
}
