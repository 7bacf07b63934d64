import { z } from 'zod';

/** Limits of spec/reliability.md C26, in bytes; counted while a file comes in, never taken from what was announced. */
export const MAX_FILE = 10 * 1024 * 1024;
export const MAX_FILES = 10;
/** Of all files of one message. */
export const MAX_OF_MESSAGE = 25 * 1024 * 1024;
/** Of all that one person uploads within 24 hours. */
export const MAX_OF_DAY = 200 * 1024 * 1024;

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
