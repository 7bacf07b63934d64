'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ErrorState } from '@/components/ui/error-state';

/** A page that could not be drawn. `digest` is what the server's log calls it. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('common.pageError');
  useEffect(() => console.error(error), [error]);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <h1 className="sr-only">{t('title')}</h1>
      <ErrorState title={t('title')} detail={t('detail')} requestId={error.digest} onRetry={reset} />
    </main>
  );
}
