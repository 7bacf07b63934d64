import type { AttachmentDto } from '../schemas/attachment';
import type { MessageDraftDto } from '../schemas/message-draft';
import type { DraftKind, StopReason } from '../schemas/values';

/** A row of `message_draft`. */
export interface MessageDraftRow {
  id: string;
  kind: DraftKind;
  body: string;
  cc: string[];
  attachments: string[];
  files: AttachmentDto[] | null;
  revision: number;
  ended: 'sent' | 'discarded' | null;
  attention: StopReason | null;
  updated_at: Date;
}

/** The draft, or the empty one that everybody starts with. */
export function presentMessageDraft(row: MessageDraftRow | undefined, kind: DraftKind): MessageDraftDto {
  return {
    kind,
    body: row?.body ?? '',
    cc: row?.cc ?? [],
    attachments: row?.attachments ?? [],
    files: row?.files ?? [],
    revision: row?.revision ?? 0,
    ended: row?.ended ?? null,
    attention: row?.attention ?? null,
    updated_at: row?.updated_at.toISOString() ?? null,
  };
}
