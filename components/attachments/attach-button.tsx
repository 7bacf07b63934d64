'use client';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useFileDialog } from './use-file-dialog';

/** The clip alone, for toolbars. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations('attachments');
  const { open, input } = useFileDialog(onFiles);
  return (
    <>
      {input}
      <IconButton label={t('attach')} icon={<Paperclip aria-hidden className="size-4" />} onClick={open} />
    </>
  );
}
