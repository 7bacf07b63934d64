'use client';
import { cx } from 'class-variance-authority';
import { Lock, Paperclip } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { RelativeTime } from '@/components/ui/relative-time';
import { mentionPieces } from '@/lib/rules/mention-at';
import type { MessageDto } from '@/lib/schemas/ticket';
import type { Role } from '@/lib/schemas/values';
import { DeliveryLine } from './delivery-line';

interface MessageFrameProps {
  author: string;
  role: Role;
  internal: boolean;
  at: string;
  muted?: boolean;
  /** What was searched for stands here. */
  found?: boolean;
  id?: string;
  children: ReactNode;
}

/** Full width, parted by lines. A reply of ours has the accent rule; a note its tint, a lock and its name. */
export function MessageFrame({
  author,
  role,
  internal,
  at,
  muted,
  found,
  id: messageId,
  children,
}: MessageFrameProps) {
  const t = useTranslations('desk.thread');
  const c = useTranslations('common.role');
  const id = useId();
  const ours = role !== 'customer';
  return (
    <article
      aria-labelledby={id}
      data-message={messageId}
      className={cx(
        'relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 px-5 py-4',
        internal && 'border-y border-note-line bg-note',
        ours && !internal && 'before:absolute before:inset-y-4 before:start-0 before:w-0.5 before:bg-accent',
        muted && 'text-ink-2',
        found && 'row-selected outline-2 -outline-offset-2 outline-focus',
        found && !internal && 'bg-selected',
      )}
    >
      <Avatar name={author} size={32} tone={ours ? 'accent' : 'plain'} />
      <div className="min-w-0">
        <h2 id={id} className="flex flex-wrap items-baseline gap-x-2 text-ui">
          <bdi className="font-[620] text-ink">{author}</bdi>
          {internal ? (
            <span className="inline-flex items-center gap-1 text-micro text-note-ink">
              <Lock aria-hidden className="size-3 self-center" />
              {t('note')}
            </span>
          ) : (
            <span className={cx('text-micro', ours ? 'text-accent' : 'text-ink-3')}>{c(role)}</span>
          )}
          <RelativeTime
            value={at}
            form="full"
            className={cx('text-micro', internal ? 'text-ink-2' : 'text-ink-3')}
          />
        </h2>
        {children}
      </div>
    </article>
  );
}

/** The text, with the names of colleagues whom it mentions. */
function Body({ message: { body, mentions } }: { message: MessageDto }) {
  if (mentions.length === 0) return body;
  return mentionPieces(
    body,
    mentions.map((one) => one.name),
  ).map(({ text, isMention }, index) =>
    isMention ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message does not change
      <strong key={index} className="font-[600] text-note-ink">
        {text}
      </strong>
    ) : (
      text
    ),
  );
}

export function MessageBlock({ message, found }: { message: MessageDto; found?: boolean }) {
  const t = useTranslations('desk.thread');
  const format = useFormatter();
  return (
    <MessageFrame
      author={message.author.name}
      role={message.author.role}
      internal={message.is_internal}
      at={message.created_at}
      found={found}
      id={message.id}
    >
      <p dir="auto" className="prose-plain mt-1 text-body text-ink">
        <Body message={message} />
      </p>
      {message.attachments.length > 0 ? (
        <ul aria-label={t('attachments')} className="mt-2 flex flex-wrap gap-2">
          {message.attachments.map((file) => (
            <li
              key={file.id}
              className="flex items-center gap-1.5 rounded-control border px-2 py-1 text-small text-ink-2"
            >
              <Paperclip aria-hidden className="size-3.5" />
              <bdi className="max-w-60 truncate">{file.name}</bdi>
              <span className="tabular text-micro text-ink-3">
                {format.number(Math.max(1, Math.round(file.size / 1024)))} KB
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {message.delivery ? <DeliveryLine delivery={message.delivery} /> : null}
    </MessageFrame>
  );
}
