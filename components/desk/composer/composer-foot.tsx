'use client';
import { CircleAlert, CloudOff, Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { OpenDraft } from '@/components/data/use-message-draft';
import { speaksOfAttachment } from '@/lib/rules/speaks-of-attachment';

interface ComposerFootProps {
  open: OpenDraft;
  /** Why it was not sent; `id` is the description of the text. */
  problem: { id: string; text: string } | null;
  /** Stands here while there is nothing else to say. */
  mark: ReactNode;
}

/** One line of the most important thing to know about what stands in the composer. */
export function ComposerFoot({ open: { body, files, saving }, problem, mark }: ComposerFootProps) {
  const t = useTranslations('composer');
  return (
    <div className="flex min-w-0 items-center px-2.5 text-small">
      <p id={problem?.id} role="alert" className="flex min-w-0 items-center gap-1.5 text-danger">
        {problem ? (
          <>
            <CircleAlert aria-hidden className="size-3.5 shrink-0" />
            {problem.text}
          </>
        ) : null}
      </p>
      {problem ? null : (
        <p role="status" className="flex min-w-0 items-center gap-1.5 text-ink-3">
          {saving === 'failed' ? (
            <>
              <CloudOff aria-hidden className="size-3.5 shrink-0" />
              {t('notSaved')}
            </>
          ) : files.length === 0 && speaksOfAttachment(body) ? (
            <>
              <Paperclip aria-hidden className="size-3.5 shrink-0" />
              {t('noFile')}
            </>
          ) : null}
        </p>
      )}
      {problem ? null : mark}
    </div>
  );
}
