'use client';
import { cx } from 'class-variance-authority';
import { FileText, MessageCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { LabTalkDto } from '@/lib/schemas/lab-messenger';

type Message = LabTalkDto['messages'][number];

/** What was said on a telephone: the page at the start, its customer at the end; the newest is in sight. */
export function MessengerBubbles({ messages, page }: { messages: readonly Message[]; page: string }) {
  const t = useTranslations('lab.messenger');
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.mid;
  useEffect(() => {
    if (newest && end.current) end.current.scrollTop = end.current.scrollHeight;
  }, [newest]);
  if (messages.length === 0)
    return (
      <div className="flex min-h-0 flex-1 flex-col justify-center">
        <EmptyState
          icon={<MessageCircle aria-hidden className="size-8" strokeWidth={1.25} />}
          title={t('empty')}
        >
          {t('emptyHint')}
        </EmptyState>
      </div>
    );
  return (
    <div ref={end} className="scrolling min-h-0 flex-1 bg-canvas px-4 py-3">
      <ol aria-label={t('talk')} aria-live="polite" className="flex flex-col gap-2">
        {messages.map((message) => (
          <li
            key={message.mid}
            className={cx(
              'flex max-w-[85%] flex-col gap-0.5',
              message.by_page ? 'self-start' : 'self-end items-end',
            )}
          >
            <Bubble message={message} page={page} />
            <RelativeTime value={message.at} className="px-1 text-micro text-ink-3" />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Bubble({ message: { by_page, text, file }, page }: { message: Message; page: string }) {
  const t = useTranslations('lab.messenger');
  return (
    <div
      className={cx(
        'rounded-float px-3 py-2 text-ui wrap-anywhere',
        by_page ? 'border border-line bg-surface text-ink' : 'bg-accent text-on-accent',
      )}
    >
      {by_page ? <span className="sr-only">{page}: </span> : null}
      {text === null ? null : (
        <p dir="auto" className="whitespace-pre-line">
          {text}
        </p>
      )}
      {file?.type.startsWith('image/') ? (
        // biome-ignore lint/performance/noImgElement: a picture of the lab's own, as a telephone shows it
        <img src={file.url} alt={t('pictureOf', { name: file.name })} className="max-h-40 rounded-control" />
      ) : file ? (
        <a href={file.url} download={file.name} className="inline-flex items-center gap-1.5 underline">
          <FileText aria-hidden className="size-4 shrink-0" />
          <bdi>{file.name}</bdi>
        </a>
      ) : null}
    </div>
  );
}
