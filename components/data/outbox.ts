import type { AttachmentDto } from '@/lib/schemas/attachment';
import type { MessageDto } from '@/lib/schemas/message';
import type { PostMessageInput } from '@/lib/schemas/post-message';
import type { ApiError } from './api-error';
import type { DraftContent } from './draft-content';

/** What is sent, as the address of messages takes it; the files are there already. */
export interface PostDraft extends Omit<Partial<PostMessageInput>, 'body' | 'html' | 'attachments'> {
  body: string;
  attachments?: readonly AttachmentDto[];
  /** What the composer held, should it come back. */
  content?: DraftContent;
}

/** A message on its way. Its key is the client id that the recorded message will carry. */
export interface PendingMessage extends PostDraft {
  key: string;
  is_internal: boolean;
  created_at: string;
  /** `sent`: the server has it, the thread does not show it yet. */
  state: 'sending' | 'sent' | 'failed';
  error: ApiError | null;
  message: MessageDto | null;
}

const NONE: readonly PendingMessage[] = [];
const boxes = new Map<number, readonly PendingMessage[]>();
const listeners = new Set<() => void>();

/**
 * Messages that the person has sent and the thread does not show yet, by ticket number. Outside the query cache,
 * because an unsent text must not be collected away when its ticket is closed for a while.
 */
export const outbox = {
  of: (number: number): readonly PendingMessage[] => boxes.get(number) ?? NONE,
  put(number: number, pending: PendingMessage): void {
    const box = outbox.of(number);
    const at = box.findIndex((one) => one.key === pending.key);
    boxes.set(number, at === -1 ? [...box, pending] : box.with(at, pending));
    for (const listen of listeners) listen();
  },
  take(number: number, key: string): PendingMessage | undefined {
    const box = outbox.of(number);
    const taken = box.find((one) => one.key === key);
    if (taken) {
      boxes.set(
        number,
        box.filter((one) => one !== taken),
      );
      for (const listen of listeners) listen();
    }
    return taken;
  },
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};
