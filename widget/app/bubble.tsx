/** @jsxImportSource preact */
import type { ChatMessageDto } from '@/lib/schemas/chat';
import { t } from './boot';
import { Icon } from './icon';
import { MessageFile } from './message-file';
import { RichText } from './rich-text';
import { clock } from './times';

interface BubbleProps {
  message: ChatMessageDto;
  /** The first and the last of one author's messages that stand together. */
  isFirst: boolean;
  isLast: boolean;
  /** Of the last own message. */
  delivery: 'sent' | 'delivered' | 'seen' | null;
}

export function Bubble({ message, isFirst, isLast, delivery }: BubbleProps) {
  const { by, author, body, html, attachments, created_at, is_removed } = message;
  return (
    <article class={`entry ${by}${isFirst ? ' first' : ''}`}>
      <p class={by === 'team' && isFirst ? 'author' : 'hidden'}>
        <bdi>{by === 'team' ? author.name : t('me')}</bdi>
      </p>
      {is_removed ? (
        <p class="bubble removed">{t('removed')}</p>
      ) : body ? (
        <div class="bubble" dir="auto">
          <RichText html={html} body={body} />
        </div>
      ) : null}
      {attachments.map((file) => (
        <MessageFile key={file.id} file={file} />
      ))}
      {isLast || delivery ? (
        <p class="meta">
          <time dateTime={created_at}>{clock(created_at)}</time>
          {delivery ? (
            <span class={`delivery ${delivery}`}>
              <Icon name={delivery === 'sent' ? 'sent' : 'twice'} />
              {t(`delivery.${delivery}`)}
            </span>
          ) : null}
        </p>
      ) : null}
    </article>
  );
}
