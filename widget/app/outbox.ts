import type { BegunChatDto, ChatMessageDto } from '@/lib/schemas/chat';
import { ask, Refused } from './ask';
import { addMessage, needSession, setConversation } from './conversations';
import { keep, kept } from './keep';
import { goTo, NEW } from './screen';
import { change, type Outgoing, state } from './state';

/**
 * Messages on their way, one after the other. They are kept until the server has them: a lost connection, a reload or
 * a closed page only delays them, and the key of each makes sure that it arrives once.
 */

const LONGEST_WAIT_MS = 30_000;
let busy = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function setOutbox(outbox: Outgoing[]): void {
  keep('outbox', outbox.length > 0 ? outbox : null);
  change({ outbox });
}

export function restoreOutbox(): void {
  setOutbox(kept<Outgoing[]>('outbox') ?? []);
  void flush();
}

export function send(message: Omit<Outgoing, 'key' | 'created_at'>): void {
  setOutbox([
    ...state.outbox,
    { ...message, key: crypto.randomUUID(), created_at: new Date().toISOString() },
  ]);
  void flush();
}

/** Again, under the same key. */
export function retry(key: string): void {
  setOutbox(
    state.outbox.map((one) => {
      if (one.key !== key) return one;
      const { refused: _, ...again } = one;
      return again;
    }),
  );
  void flush();
}

/** Takes it out of the queue. */
export const drop = (key: string): void => setOutbox(state.outbox.filter((one) => one.key !== key));

/** Begins where it stopped: the connection is back, or it is time to try again. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  if (busy) return;
  busy = true;
  for (let next = waiting(); next; next = waiting()) {
    if (!(await deliver(next))) break;
  }
  busy = false;
}

const waiting = () => state.outbox.find(({ refused }) => !refused);

/** False: not now, it stays where it is. */
async function deliver(message: Outgoing): Promise<boolean> {
  try {
    await needSession();
    await (message.conversation ? goOn(message, message.conversation) : start(message));
    failures = 0;
    change({ reached: true });
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.passes) {
      change({ reached: false });
      const wait = Math.min(1_000 * 2 ** failures++, LONGEST_WAIT_MS);
      timer = setTimeout(() => void flush(), wait);
      return false;
    }
    const refused = error.code;
    setOutbox(state.outbox.map((one) => (one.key === message.key ? { ...one, refused } : one)));
    return true;
  }
}

const content = ({ body, attachments }: Outgoing) => ({
  body,
  ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
});

async function goOn(message: Outgoing, id: string): Promise<void> {
  const kept = await ask<ChatMessageDto>(
    ...(['POST', `/widget/conversations/${id}/messages/`, content(message), message.key] as const),
  );
  addMessage(id, kept);
  drop(message.key);
}

async function start(message: Outgoing): Promise<void> {
  const input = { ...content(message), ...message.beginning };
  const { conversation, message: kept } = await ask<BegunChatDto>(
    ...(['POST', '/widget/conversations/', input, message.key] as const),
  );
  addMessage(conversation.id, kept);
  setConversation(conversation);
  const { name, email } = message.beginning ?? {};
  const { visitor } = state;
  if (visitor) change({ visitor: { ...visitor, name: name ?? visitor.name, email: email ?? visitor.email } });
  // what he wrote meanwhile belongs to it
  setOutbox(
    state.outbox
      .filter(({ key }) => key !== message.key)
      .map((one) => (one.conversation === null ? { ...one, conversation: conversation.id } : one)),
  );
  if (state.screen.name === 'thread' && state.screen.id === NEW)
    goTo({ name: 'thread', id: conversation.id });
}
