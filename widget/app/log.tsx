/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatConversationDto, ChatMessageDto } from '@/lib/schemas/chat';
import { t } from './boot';
import { Bubble } from './bubble';
import { readThread } from './conversations';
import { GetByMail } from './get-by-mail';
import { OutgoingBubble } from './outgoing-bubble';
import { type Outgoing, type Thread, useApp } from './state';
import { day } from './times';

interface LogProps {
  id: string;
  conversation: ChatConversationDto | undefined;
  thread: Thread | undefined;
  outgoing: Outgoing[];
  failed: boolean;
  onRetry: () => void;
}

/** Distance from the end at which somebody still reads the newest. */
const NEAR = 80;

/** What was said, in order; read out as it comes. It follows the newest unless somebody reads further up. */
export function Log({ id, conversation, thread, outgoing, failed, onRetry }: LogProps) {
  const { typing } = useApp();
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [loading, setLoading] = useState(false);
  const messages = thread?.messages ?? [];
  const known = new Set(messages.map(({ client_id }) => client_id));
  const leaving = outgoing.filter(({ key }) => !known.has(key));
  const writer = typing[id];
  const lastMine = messages.findLast(({ by }) => by === 'me');

  // biome-ignore lint/correctness/useExhaustiveDependencies: something was added at the end
  useLayoutEffect(() => {
    const box = list.current;
    if (box && follows.current) box.scrollTop = box.scrollHeight;
  }, [messages.length, leaving.length, writer, conversation?.state]);

  // what stands below it may grow
  useEffect(() => {
    const box = list.current!;
    const sizes = new ResizeObserver(() => {
      if (follows.current) box.scrollTop = box.scrollHeight;
    });
    sizes.observe(box);
    return () => sizes.disconnect();
  }, []);

  const readOlder = async () => {
    const box = list.current!;
    const below = box.scrollHeight - box.scrollTop;
    setLoading(true);
    await readThread(id, thread?.next ?? undefined).catch(() => undefined);
    setLoading(false);
    requestAnimationFrame(() => {
      box.scrollTop = box.scrollHeight - below;
    });
  };

  return (
    <div
      ref={list}
      class="log"
      role="log"
      aria-live="polite"
      aria-label={t('log')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get in
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < NEAR;
      }}
    >
      {failed && messages.length === 0 ? (
        <p class="middle">
          {t('trouble.network')}
          <button type="button" class="button" onClick={onRetry}>
            {t('again')}
          </button>
        </p>
      ) : null}
      {thread?.next ? (
        <button type="button" class="link older" aria-disabled={loading} onClick={() => void readOlder()}>
          {t('older')}
        </button>
      ) : null}
      {messages.map((message, n) => (
        <Entry key={message.id} message={message} before={messages[n - 1]} after={messages[n + 1]}>
          {message === lastMine && leaving.length === 0 ? delivery(message, conversation) : null}
        </Entry>
      ))}
      {leaving.map((message) => (
        <OutgoingBubble key={message.key} message={message} />
      ))}
      {conversation ? <GetByMail conversation={conversation} /> : null}
      {writer ? (
        <p class="typing">
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span class="hidden">{t('types', { name: writer.name })}</span>
        </p>
      ) : null}
    </div>
  );
}

type Delivery = 'sent' | 'delivered' | 'seen';

/** It is stored, it is with somebody of the team, or it was read. */
const delivery = (message: ChatMessageDto, conversation: ChatConversationDto | undefined): Delivery =>
  message.seen_at ? 'seen' : conversation?.agent ? 'delivered' : 'sent';

interface EntryProps {
  message: ChatMessageDto;
  before: ChatMessageDto | undefined;
  after: ChatMessageDto | undefined;
  children: Delivery | null;
}

/** Messages of one author that follow each other closely stand together under one name. */
const TOGETHER_MS = 5 * 60_000;
const together = (a: ChatMessageDto | undefined, b: ChatMessageDto | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.by === b.by &&
  a.author.name === b.author.name &&
  Date.parse(b.created_at) - Date.parse(a.created_at) < TOGETHER_MS;

function Entry({ message, before, after, children }: EntryProps) {
  const isNewDay = !before || day(before.created_at) !== day(message.created_at);
  return (
    <>
      {isNewDay ? <p class="day">{day(message.created_at)}</p> : null}
      <Bubble
        message={message}
        isFirst={isNewDay || !together(before, message)}
        isLast={!together(message, after)}
        delivery={children}
      />
    </>
  );
}
