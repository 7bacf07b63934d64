'use client';
import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

interface AttachButtonProps {
  onFiles: (files: File[]) => void;
  /** With its words beside the clip; else the clip alone, named by a tooltip. */
  withWords?: boolean;
}

/** Opens the machine's own file dialog; several can be chosen. */
export function AttachButton({ onFiles, withWords = false }: AttachButtonProps) {
  const t = useTranslations('attachments');
  const input = useRef<HTMLInputElement>(null);
  const open = () => input.current?.click();
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attach')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // the same file may be chosen again after it was removed
          currentTarget.value = '';
        }}
      />
      {withWords ? (
        <Button size="large" icon={<Paperclip aria-hidden className="size-4" />} onClick={open}>
          {t('attach')}
        </Button>
      ) : (
        <IconButton label={t('attach')} icon={<Paperclip aria-hidden className="size-4" />} onClick={open} />
      )}
    </>
  );
}
