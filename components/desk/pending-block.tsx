'use client';
import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AttachmentGrid } from '@/components/attachments/attachment-grid';
import type { PendingMessage } from '@/components/data/outbox';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { useDesk } from './desk-context';
import { MessageFrame } from './message-block';

interface PendingBlockProps {
  pending: PendingMessage;
  onRetry: () => void;
  /** Takes it back into the composer. */
  onEdit: () => void;
}

/** A message on its way, or one that did not go: its text is never lost. */
export function PendingBlock({ pending, onRetry, onEdit }: PendingBlockProps) {
  const t = useTranslations('desk.thread');
  const { problem } = useProblemText();
  const { me } = useDesk();
  return (
    <MessageFrame
      author={me.name}
      role={me.role}
      internal={pending.is_internal}
      at={pending.created_at}
      muted={pending.state !== 'failed'}
    >
      <p dir="auto" className="prose-plain mt-1 text-body">
        {pending.body}
      </p>
      <AttachmentGrid files={pending.attachments ?? []} />
      {pending.state === 'failed' ? (
        <div
          role="alert"
          className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-danger-bg px-3 py-1.5 text-small text-danger"
        >
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">
            <span className="font-[600]">{t('notSent')}</span> {pending.error ? problem(pending.error) : null}
          </span>
          <Button size="small" variant="quiet" onClick={onRetry} className="text-danger!">
            {t('sendAgain')}
          </Button>
          <Button size="small" variant="quiet" onClick={onEdit} className="text-danger!">
            {t('edit')}
          </Button>
        </div>
      ) : pending.state === 'sending' ? (
        <p className="mt-2 flex items-center gap-1.5 text-micro text-ink-3">
          <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
          {t('sending')}
        </p>
      ) : null}
    </MessageFrame>
  );
}
