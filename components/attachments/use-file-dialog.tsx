'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';

/** The machine's own file dialog: `open` shows it, `input` has to stand in the page. Several files can be chosen. */
export function useFileDialog(onFiles: (files: File[]) => void): { open: () => void; input: ReactNode } {
  const t = useTranslations('attachments');
  const element = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={element}
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
  );
  return { open: () => element.current?.click(), input };
}
