import { fileHref } from '@/components/attachments/file-href';
import type { MessageDto } from '@/lib/schemas/message';

/** Bytes from which on a picture is more than a sign in a signature: somebody may want it large, or to keep. */
const WORTH_LISTING = 64 * 1024;

/** The files of a message without those small pictures that its HTML shows in their places. */
export const listedFiles = ({ html, attachments }: Pick<MessageDto, 'html' | 'attachments'>) =>
  attachments.filter(
    ({ id, size }) => size >= WORTH_LISTING || !html?.includes(fileHref(id, { inline: true })),
  );
