import { MAX_FILE, MAX_FILES, MAX_OF_MESSAGE } from '@/lib/rules/file-limits';
import type { AttachmentDto } from '@/lib/schemas/attachment';

/** Why a file is not, or not yet, part of the message; the words are in the messages' `attachments.error`. */
export type UploadProblem =
  | 'empty'
  | 'too_large'
  | 'too_many'
  | 'too_much'
  | 'limit'
  | 'storage'
  | 'network'
  | 'name'
  | 'other';

/** A file on its way into a message. */
export interface Upload {
  key: string;
  name: string;
  size: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** How much of it is there, 0 to 1. */
  share: number;
  problem: UploadProblem | null;
  /** What the server has; from then on the id is what a message names. */
  attachment: AttachmentDto | null;
}

/** Those that count for the message's limits: all but what was refused. */
const counted = (uploads: readonly Upload[]) => uploads.filter(({ state }) => state !== 'failed');

/** Whether one more file fits, before a byte of it is sent; the server asks again. */
export function problemOf(file: { size: number }, uploads: readonly Upload[]): UploadProblem | null {
  if (file.size === 0) return 'empty';
  if (file.size > MAX_FILE) return 'too_large';
  const others = counted(uploads);
  if (others.length >= MAX_FILES) return 'too_many';
  if (others.reduce((sum, { size }) => sum + size, file.size) > MAX_OF_MESSAGE) return 'too_much';
  return null;
}

/** Sending it again may help. */
export const isWorthRetrying = (problem: UploadProblem | null): boolean =>
  problem === 'network' || problem === 'storage' || problem === 'other';

/** What a refusal of the server means for the person. */
export function problemFrom(error: {
  status: number;
  code: string;
  fields: Readonly<Record<string, string[]>>;
}): UploadProblem {
  if (error.code === 'network' || error.code === 'unavailable') return 'network';
  if (error.code === 'too_large') return 'too_large';
  if (error.code === 'upload_limit') return 'limit';
  if (error.code === 'storage_full') return 'storage';
  if (error.fields.name) return 'name';
  if (error.fields.file?.includes('empty_file')) return 'empty';
  return 'other';
}

/** A file that the server has already: of a draft, or of a message that did not go. */
export const uploadedBefore = (attachment: AttachmentDto): Upload => ({
  ...{ key: attachment.id, name: attachment.name, size: attachment.size, attachment },
  ...{ state: 'done', share: 1, problem: null },
});
