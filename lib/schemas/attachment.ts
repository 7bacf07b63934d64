import { z } from 'zod';
import { MAX_FILES } from '../rules/file-limits';

export const attachmentDto = z
  .object({
    id: z.string(),
    /** Cleaned: no path, nothing hidden. */
    name: z.string(),
    /** As its first bytes say, whatever was announced. */
    media_type: z.string(),
    size: z.number().int(),
  })
  .meta({ id: 'Attachment' });
export type AttachmentDto = z.infer<typeof attachmentDto>;

/** Files of a message: uploaded before by the same person, in no message yet. */
export const attachmentIds = z
  .array(z.uuid().overwrite((id) => id.toLowerCase()))
  .max(MAX_FILES, 'too_many')
  .refine((ids) => new Set(ids).size === ids.length, 'duplicate')
  .meta({ description: 'Ids of own uploads (`POST /attachments/`), at most 10 and 25 MB together.' });
