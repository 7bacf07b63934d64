import { useEffect, useState } from 'preact/hooks';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import type { ChatConversationDto, ChatMessageDto } from '@/lib/schemas/chat';
import type { VisitorDto } from '@/lib/schemas/visitor';
import type { WidgetConfigDto } from '@/lib/schemas/widget';

export type Screen = { name: 'home' | 'write' | 'email' } | { name: 'thread'; id: string };

/** What a first message brings along. */
export interface Beginning {
  topic?: string;
  language?: string;
  name?: string;
  email?: string;
}

/** A message on its way; `key` makes sending it twice harmless, and is its `client_id` once it is there. */
export interface Outgoing {
  key: string;
  /** null: it begins a conversation. */
  conversation: string | null;
  body: string;
  attachments: AttachmentDto[];
  beginning?: Beginning;
  created_at: string;
  /** Why it was refused for good; the person may change or try it again. */
  refused?: string;
}

export interface Thread {
  messages: ChatMessageDto[];
  /** Cursor of what is older. */
  next: string | null;
}

/** Who of the staff writes in a conversation, until when that stands. */
export interface Typing {
  name: string;
  until: number;
}

interface State {
  website: WidgetConfigDto | null;
  /** Why there is nothing to show. */
  trouble: 'network' | 'origin' | 'unknown' | null;
  visitor: VisitorDto | null;
  conversations: ChatConversationDto[];
  threads: Record<string, Thread>;
  outbox: Outgoing[];
  typing: Record<string, Typing>;
  screen: Screen;
  shown: boolean;
  /** The page can close us. */
  closes: boolean;
  /** The last request reached the server, or the socket stands. */
  reached: boolean;
}

export let state: State = {
  ...{ website: null, trouble: null, visitor: null, conversations: [], threads: {}, outbox: [], typing: {} },
  ...{ screen: { name: 'home' }, shown: false, closes: false, reached: true },
};

const listeners = new Set<() => void>();

export function change(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listen of listeners) listen();
}

/** The state; draws the component again when any of it changes: the whole widget is one small page. */
export function useApp(): State {
  const [now, set] = useState(state);
  useEffect(() => {
    const listen = () => set(state);
    listeners.add(listen);
    listen();
    return () => void listeners.delete(listen);
  }, []);
  return now;
}
