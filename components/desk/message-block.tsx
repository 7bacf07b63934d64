'use client';
import { cx } from 'class-variance-authority';
import { Lock } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { AttachmentGrid } from '@/components/attachments/attachment-grid';
import { listedFiles } from '@/components/html/listed-files';
import { MessageBody } from '@/components/html/message-body';
import { Avatar } from '@/components/ui/avatar';
import { RelativeTime } from '@/components/ui/relative-time';
import { isPlayable } from '@/lib/rules/file-kind';
import type { MessageDto } from '@/lib/schemas/message';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Role } from '@/lib/schemas/values';
import { DeliveryLine } from './delivery-line';
import { MessageAside } from './lifecycle/message-aside';
import { RemovedText } from './lifecycle/removed-text';
import { MailLine } from './mail-line';
import { ResendButton } from './resend-part';

// few conversations were spoken
const RecordingCard = dynamic(() => import('./voice/recording-card').then((file) => file.RecordingCard));

interface MessageFrameProps {
  author: string;
  role: Role;
  internal: boolean;
  at: string;
  muted?: boolean;
  /** What was searched for stands here. */
  found?: boolean;
  id?: string;
  /** After the time: what became of it, and what can be done. */
  aside?: ReactNode;
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
  aside,
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
        'group/message relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 px-5 py-4',
        internal && 'border-y border-note-line bg-note',
        ours && !internal && 'before:absolute before:inset-y-4 before:start-0 before:w-0.5 before:bg-accent',
        muted && 'text-ink-2',
        found && 'row-selected outline-2 -outline-offset-2 outline-focus',
        found && !internal && 'bg-selected',
      )}
    >
      <Avatar name={author} size={32} tone={ours ? 'accent' : 'plain'} />
      <div className="relative min-w-0">
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
        {aside}
        {children}
      </div>
    </article>
  );
}

interface MessageBlockProps {
  ticket: TicketDto;
  message: MessageDto;
  found?: boolean;
  /** The last that the customer has read. */
  isSeenLast: boolean;
}

export function MessageBlock({ ticket, message, found, isSeenLast }: MessageBlockProps) {
  const { delivery } = message;
  const isChat = ticket.channel === 'CHAT';

  return (
    <MessageFrame
      author={message.author.name}
      role={message.author.role}
      internal={message.is_internal}
      at={message.created_at}
      found={found}
      id={message.id}
      aside={<MessageAside ticket={ticket} message={message} />}
    >
      <Content message={message} />
      {message.mail && !message.removed ? (
        <MailLine messageId={message.id} isForged={message.mail.is_forged} />
      ) : null}
      {delivery && !(isChat && delivery.state === 'read' && !isSeenLast) ? (
        <DeliveryLine
          delivery={delivery}
          isChat={isChat}
          act={
            delivery.via && delivery.state === 'failed' ? (
              <ResendButton ticket={ticket} messageId={message.id} />
            ) : null
          }
        />
      ) : null}
    </MessageFrame>
  );
}

function Content({ message }: Pick<MessageBlockProps, 'message'>) {
  const { attachments, recording, removed } = message;
  const sound = recording ? attachments.find(({ media_type }) => isPlayable(media_type)) : undefined;
  if (recording && sound) return <RecordingCard recording={recording} file={sound} />;
  return (
    <>
      {removed ? (
        <RemovedText removed={removed} />
      ) : (
        <MessageBody message={message} className="mt-1 text-body text-ink" />
      )}
      <AttachmentGrid files={listedFiles(message)} />
    </>
  );
}
