'use client';
import { MessageSquareWarning } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { MessageDto } from '@/lib/schemas/message';

interface NewerBannerProps {
  messages: readonly MessageDto[];
  onSendAnyway: () => void;
  onDismiss: () => void;
}

/** Somebody wrote while this reply was being written: what came, before the reply goes. */
export function NewerBanner({ messages, onSendAnyway, onDismiss }: NewerBannerProps) {
  const t = useTranslations('desk.newer');
  return (
    <div role="alert" className="mx-3 mb-2 rounded-control border border-note-line bg-note px-3 py-2.5">
      <p className="flex items-center gap-2 text-ui font-[600] text-note-ink">
        <MessageSquareWarning aria-hidden className="size-4 shrink-0" />
        {t('title', { count: messages.length })}
      </p>
      <ul className="scrolling mt-1.5 flex max-h-32 flex-col gap-1.5">
        {messages.map((message) => (
          <li key={message.id} className="text-small text-ink">
            <bdi className="font-[600]">{message.author.name}</bdi>{' '}
            <span dir="auto" className="line-clamp-3 whitespace-pre-wrap">
              {message.body}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" variant="note" onClick={onSendAnyway}>
          {t('send')}
        </Button>
        <Button size="small" variant="quiet" onClick={onDismiss}>
          {t('goOn')}
        </Button>
      </div>
    </div>
  );
}
