'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** A size as people read it: "340 KB", "1.2 MB". */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations('attachments');
  const format = useFormatter();
  return useCallback(
    (bytes: number) => {
      const kilobytes = Math.max(1, Math.round(bytes / 1024));
      if (kilobytes < 1000) return t('kilobytes', { size: format.number(kilobytes) });
      return t('megabytes', { size: format.number(bytes / 1024 ** 2, { maximumFractionDigits: 1 }) });
    },
    [t, format],
  );
}
