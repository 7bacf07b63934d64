'use client';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useFileDialog } from './use-file-dialog';

/** The clip with its words, for forms. */
export function AttachWordsButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations('attachments');
  const { open, input } = useFileDialog(onFiles);
  return (
    <>
      {input}
      <Button size="large" icon={<Paperclip aria-hidden className="size-4" />} onClick={open}>
        {t('attach')}
      </Button>
    </>
  );
}
