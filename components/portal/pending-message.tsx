'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AttachmentGrid } from '@/components/attachments/attachment-grid';
import type { PendingMessage as Pending } from '@/components/data/outbox';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';

interface PendingMessageProps {
  pending: Pending;
  onRetry: () => void;
  /** Back into the box below. */
  onTakeBack: () => void;
}

/** A message on its way, or one that did not get through: its text is never lost. */
export function PendingMessage({ pending, onRetry, onTakeBack }: PendingMessageProps) {
  const t = useTranslations('portal.request');
  const { problem, field } = useProblemText();
  const failed = pending.state === 'failed';
  return (
    <li className="border-s-2 border-line py-5 ps-4 sm:ps-6">
      <div className="flex items-center gap-2.5">
        <p className="text-ui font-[600] text-ink">{t('you')}</p>
        {failed ? null : <p className="ms-auto text-small text-ink-3">{t('sending')}</p>}
      </div>
      <p dir="auto" className="prose-plain mt-2.5 text-lead text-ink-2">
        {pending.body}
      </p>
      <AttachmentGrid files={pending.attachments ?? []} />
      {failed ? (
        <div role="alert" className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-small text-danger">
          <span className="flex items-start gap-1.5">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {t('notSent', { reason: field(pending.error, 'body') ?? problem(pending.error) })}
          </span>
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
          <Button size="small" variant="quiet" onClick={onTakeBack}>
            {t('takeBack')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
