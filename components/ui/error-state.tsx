'use client';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './button';

interface ErrorStateProps {
  /** What could not be done, in the words of this pane. */
  title: string;
  detail?: string;
  /** Printed so that a report names the very request; one press copies it. */
  requestId?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

export function ErrorState({ title, detail, requestId, onRetry, retrying }: ErrorStateProps) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <TriangleAlert aria-hidden className="mb-1 size-6 text-danger" strokeWidth={1.75} />
      <p className="text-heading text-ink text-balance">{title}</p>
      {detail ? <p className="max-w-[44ch] text-ui text-ink-2 text-pretty">{detail}</p> : null}
      <div className="mt-2 flex flex-wrap items-center justify-center gap-2">
        {onRetry ? (
          <Button variant="secondary" onClick={onRetry} pending={retrying}>
            {t('retry')}
          </Button>
        ) : null}
        {requestId ? (
          <Button
            variant="quiet"
            size="small"
            icon={
              copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />
            }
            onClick={() => {
              void navigator.clipboard.writeText(requestId).then(() => setCopied(true));
            }}
          >
            {copied ? t('copied') : t('copyRequestId')}
          </Button>
        ) : null}
      </div>
      {requestId ? <code className="font-mono text-micro text-ink-3">{requestId}</code> : null}
    </div>
  );
}
