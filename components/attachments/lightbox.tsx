'use client';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import type { AttachmentDto } from '@/lib/schemas/attachment';
import { fileHref } from './file-href';

interface LightboxProps {
  /** What it was opened with: the focus goes back to it. */
  opener: RefObject<HTMLElement | null>;
  files: readonly AttachmentDto[];
  openId: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One picture large. Arrows, Home and End go through the others, Escape ends it; focus goes back to where it was. */
export function Lightbox({ opener, files, openId, onOpen, onClose }: LightboxProps) {
  const t = useTranslations('attachments');
  const at = Math.max(
    0,
    files.findIndex(({ id }) => id === openId),
  );
  const file = files[at];
  const several = files.length > 1;
  const go = (to: number) => onOpen(files[(to + files.length) % files.length]!.id);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    // the neighbours, so that the next one is there at once
    for (const near of [files[at - 1], files[at + 1]])
      if (near) new Image().src = fileHref(near.id, { inline: true });
  }, [files, at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: files.length - 1 }[
      event.key
    ];
    if (to === undefined || !several) return;
    event.preventDefault();
    event.stopPropagation();
    go(to);
  };
  if (!file) return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-canvas" />
        <Dialog.Popup
          finalFocus={opener}
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-40 flex flex-col outline-none"
        >
          <header className="flex items-center gap-2 px-4 py-2">
            <Dialog.Title className="min-w-0 flex-1 truncate text-ui font-[600] text-ink">
              <bdi>{file.name}</bdi>
            </Dialog.Title>
            {several ? (
              <p aria-live="polite" className="tabular text-small text-ink-2">
                {t('position', { at: at + 1, of: files.length })}
              </p>
            ) : null}
            <a
              href={fileHref(file.id)}
              download={file.name}
              aria-label={t('save', { name: file.name })}
              className="inline-flex size-control items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink"
            >
              <Download aria-hidden className="size-4" />
            </a>
            <Dialog.Close
              render={<IconButton label={t('close')} icon={<X aria-hidden className="size-4" />} />}
            />
          </header>
          <div className="flex min-h-0 flex-1 items-center gap-2 px-2 pb-4">
            {several ? (
              <IconButton
                label={t('previous')}
                icon={<ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" />}
                onClick={() => go(at - 1)}
              />
            ) : null}
            <div className="flex h-full min-w-0 flex-1 items-center justify-center">
              {failed === file.id ? (
                <p className="text-ui text-ink-2">{t('broken')}</p>
              ) : (
                // biome-ignore lint/performance/noImgElement: only who is signed in may have it, so no optimiser can
                <img
                  key={file.id}
                  src={fileHref(file.id, { inline: true })}
                  alt={file.name}
                  onError={() => setFailed(file.id)}
                  className="max-h-full max-w-full rounded-control border border-line bg-surface object-contain"
                />
              )}
            </div>
            {several ? (
              <IconButton
                label={t('next')}
                icon={<ChevronRight aria-hidden className="size-5 rtl:-scale-x-100" />}
                onClick={() => go(at + 1)}
              />
            ) : null}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
