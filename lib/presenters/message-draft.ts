import type { AttachmentDto } from '../schemas/attachment';
import type { MessageDraftDto, SaveMessageDraftInput } from '../schemas/message-draft';
import type { TicketActions } from '../schemas/ticket-actions';
import type { DraftKind, StopReason } from '../schemas/values';

/** A row of `message_draft` with {@link draftColumns}. */
export interface MessageDraftRow {
  id: string;
  person_id: string;
  ticket_id: string;
  kind: DraftKind;
  body: string;
  cc: string[] | null;
  attachments: string[];
  files: AttachmentDto[] | null;
  macro: SaveMessageDraftInput['macro'];
  macro_title: string | null;
  named: { id: string; name: string }[] | null;
  revision: number;
  ended: 'sent' | 'discarded' | null;
  attention: StopReason | null;
  updated_at: Date;
}

/**
 * The draft, or the empty one that everybody starts with.
 *
 * @param changes What its macro would change of the ticket as it is.
 */
export function presentMessageDraft(
  row: MessageDraftRow | undefined,
  kind: DraftKind,
  changes: NonNullable<MessageDraftDto['macro']>['changes'] = [],
): MessageDraftDto {
  return {
    kind,
    body: row?.body ?? '',
    cc: row?.cc ?? null,
    attachments: row?.attachments ?? [],
    files: row?.files ?? [],
    macro: row?.macro
      ? {
          canned_reply_id: row.macro.canned_reply_id,
          title: row.macro_title,
          actions: stillPossible(row.macro.actions),
          changes,
        }
      : null,
    mentions: row?.named ?? [],
    revision: row?.revision ?? 0,
    ended: row?.ended ?? null,
    attention: row?.attention ?? null,
    updated_at: row?.updated_at.toISOString() ?? null,
  };
}

/** Without a time to sleep to that passed while the text waited. */
export function stillPossible({ snooze, ...rest }: TicketActions): TicketActions {
  const isOver =
    snooze && 'until' in snooze && snooze.until !== null && Date.parse(snooze.until) <= Date.now();
  return snooze === undefined || isOver ? rest : { ...rest, snooze };
}
