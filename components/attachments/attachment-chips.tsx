'use client';
import { cx } from 'class-variance-authority';
import { RotateCw, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { fileKind } from '@/lib/rules/file-kind';
import { fileSize } from '@/lib/rules/file-size';
import { FileIcon } from './file-icon';
import { isWorthRetrying, type Upload } from './upload-list';
import type { Uploads } from './use-uploads';

interface AttachmentChipsProps {
  uploads: Pick<Uploads, 'uploads' | 'remove' | 'retry'>;
  className?: string;
}

/** The files of a message that is being written: how far each is, and what is wrong with it, in words. */
export function AttachmentChips({ uploads: { uploads, remove, retry }, className }: AttachmentChipsProps) {
  const t = useTranslations('attachments');
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('list')} className={cx('flex flex-wrap gap-2', className)}>
      {uploads.map((upload) => (
        <UploadChip
          key={upload.key}
          upload={upload}
          onRemove={() => remove(upload.key)}
          onRetry={() => retry(upload.key)}
        />
      ))}
    </ul>
  );
}

interface UploadChipProps {
  upload: Upload;
  onRemove: () => void;
  onRetry: () => void;
}

function UploadChip({ upload, onRemove, onRetry }: UploadChipProps) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  const { name, size, state, share, problem, attachment } = upload;
  const failed = state === 'failed';
  const under = state === 'sending' || state === 'waiting';
  const percent = Math.round(share * 100);
  return (
    <li
      className={cx(
        'relative flex max-w-full items-center gap-2 overflow-hidden rounded-control border bg-surface ps-2 pe-1 text-small',
        failed ? 'border-danger' : 'border-line',
      )}
    >
      <FileIcon
        kind={fileKind(attachment ?? { name, media_type: '' })}
        className="size-4 shrink-0 text-ink-3"
      />
      <span className="flex min-w-0 flex-col py-1">
        <bdi className="max-w-60 truncate text-ink" title={name}>
          {name}
        </bdi>
        {failed ? (
          <span role="alert" className="text-micro text-danger">
            {t(`error.${problem ?? 'other'}`)}
          </span>
        ) : (
          <span className="tabular text-micro text-ink-3">
            {state === 'waiting'
              ? t('waiting')
              : state === 'sending'
                ? t('percent', { percent })
                : fileSize(size, locale)}
          </span>
        )}
      </span>
      {failed && isWorthRetrying(problem) ? (
        <ChipButton label={t('retry', { name })} onClick={onRetry}>
          <RotateCw aria-hidden className="size-3.5" />
        </ChipButton>
      ) : null}
      <ChipButton label={t(under ? 'cancel' : 'remove', { name })} onClick={onRemove}>
        <X aria-hidden className="size-3.5" />
      </ChipButton>
      {under ? (
        <span
          role="progressbar"
          aria-label={t('uploading', { name })}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          className="absolute inset-x-0 bottom-0 h-0.5 bg-sunken"
        >
          <span className="block h-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
        </span>
      ) : null}
    </li>
  );
}

function ChipButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full text-ink-3 hover:bg-hover hover:text-ink coarse:size-control"
    >
      {children}
    </button>
  );
}
