import { Conflict } from '../../errors';
import type { MessageDraftDto } from '../../schemas/message-draft';

/** What whoever saves or ends an older revision is told, with the one that stays. */
export const newerDraft = (draft: MessageDraftDto): Conflict =>
  new Conflict('newer_draft', 'There is a newer draft, from another window or device.', { draft });
