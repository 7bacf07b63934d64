'use client';
import { cx } from 'class-variance-authority';
import dynamic from 'next/dynamic';
import type { MessageDto } from '@/lib/schemas/message';
import { PlainBody } from './plain-body';
import { withMentions } from './with-mentions';

// mails alone are written so
const HtmlFrame = dynamic(() => import('./html-frame').then((module) => module.HtmlFrame));

interface MessageBodyProps {
  message: Pick<MessageDto, 'body' | 'format' | 'html' | 'author' | 'mentions'>;
  className: string;
}

/** What somebody wrote, in whichever way he wrote it: as typed, as Markdown that was rendered, or in a frame. */
export function MessageBody({
  message: { body, format, html, author, mentions },
  className,
}: MessageBodyProps) {
  const names = mentions.map((one) => one.name);
  if (format === 'html' && html !== null)
    return <HtmlFrame html={html} text={body} author={author.name} className={className} />;
  if (format === 'markdown' && html !== null)
    return (
      <div
        dir="auto"
        className={cx('prose-formatted', className)}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server from Markdown, in which tags are text
        dangerouslySetInnerHTML={{ __html: withMentions(html, names) }}
      />
    );
  return (
    <PlainBody body={body} names={names} mayBeSigned={author.role === 'customer'} className={className} />
  );
}
