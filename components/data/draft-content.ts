import type { AttachmentDto } from '@/lib/schemas/attachment';
import type { MessageDraftDto } from '@/lib/schemas/message-draft';

/** What a draft holds. `cc` null: whoever is in copy on the ticket so far. */
export interface DraftContent {
  body: string;
  cc: readonly string[] | null;
  files: readonly AttachmentDto[];
  /** The canned reply that the text comes from, and what it does when the text is sent. */
  macro: MessageDraftDto['macro'];
  /** Colleagues who were picked; those whose names still stand in the text are meant. */
  mentions: MessageDraftDto['mentions'];
}

/** What nobody has written yet. */
export const EMPTY_DRAFT: DraftContent = { body: '', cc: null, files: [], macro: null, mentions: [] };

export const isEmptyDraft = ({ body, files }: DraftContent) => body.trim() === '' && files.length === 0;
/** As the server keeps it. */
export const savedOf = ({ body, cc, files, macro, mentions }: DraftContent) => ({
  body,
  cc: cc && [...cc],
  attachments: files.map(({ id }) => id),
  macro: macro && { canned_reply_id: macro.canned_reply_id, actions: macro.actions },
  mentions: namedIn(body, mentions),
});
export const isSameDraft = (mine: DraftContent, theirs: MessageDraftDto) =>
  mine.body === theirs.body &&
  String(mine.cc) === String(theirs.cc) &&
  String(mine.files.map(({ id }) => id)) === String(theirs.attachments) &&
  mine.macro?.canned_reply_id === theirs.macro?.canned_reply_id;
export const contentOf = ({ body, cc, files, macro, mentions }: DraftContent): DraftContent => ({
  ...{ body, cc, files, macro, mentions },
});

/** As many as a note may name. */
const MOST_NAMED = 20;

/** Ids of those whose names stand in a text. */
export const namedIn = (body: string, mentions: DraftContent['mentions']): string[] =>
  mentions.flatMap(({ id, name }) => (body.includes(`@${name}`) ? [id] : [])).slice(0, MOST_NAMED);

/** As this browser keeps it. */
export interface KeptDraft extends DraftContent {
  revision: number;
  dirty: boolean;
  /** Key of the message that it became, while that is on its way. */
  sending?: string;
}

/** What this browser kept; null when it is nothing of ours. */
export function parseKept(text: string | null): KeptDraft | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<KeptDraft> | null;
    if (typeof kept?.body !== 'string' || typeof kept.revision !== 'number') return null;
    const { body, revision, dirty = true, sending } = kept;
    return { ...EMPTY_DRAFT, ...kept, body, revision, dirty, ...(sending !== undefined && { sending }) };
  } catch {
    return null;
  }
}
