'use client';
import { cx } from 'class-variance-authority';
import dynamic from 'next/dynamic';
import { mentionPieces } from '@/lib/rules/mention-at';
import type { MessageDto } from '@/lib/schemas/ticket';

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
  if (format === 'html' && html !== null)
    return <HtmlFrame html={html} text={body} author={author.name} className={className} />;
  if (format === 'markdown' && html !== null)
    return (
      <div
        dir="auto"
        className={cx('prose-formatted', className)}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by the server from Markdown, in which tags are text
        dangerouslySetInnerHTML={{ __html: html }}
      />
    );
  return (
    <p dir="auto" className={cx('prose-plain', className)}>
      {mentions.length > 0 ? <Mentioning text={body} names={mentions.map((one) => one.name)} /> : body}
    </p>
  );
}

/** A text with the names of colleagues whom it mentions. */
function Mentioning({ text, names }: { text: string; names: string[] }) {
  return mentionPieces(text, names).map((piece, index) =>
    piece.isMention ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message does not change
      <strong key={index} className="font-[600] text-note-ink">
        {piece.text}
      </strong>
    ) : (
      piece.text
    ),
  );
}
