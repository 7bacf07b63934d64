'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ApiError } from './api-error';

/**
 * Refusals in the reader's language: `problem(error)` is the sentence for the whole, `field(error, 'email')` for one
 * input (its path in what was sent).
 */
export function useProblemText() {
  const t = useTranslations('auth');
  return useMemo(() => {
    const problem = (error: unknown): string => {
      if (!(error instanceof ApiError)) return t('problem.unknown_plain');
      if (error.code === 'rate_limited') {
        const seconds = Math.max(1, Math.ceil(error.retryAfter ?? 60));
        return seconds <= 90
          ? t('problem.rate_limited', { seconds })
          : t('problem.rate_limited_minutes', { minutes: Math.ceil(seconds / 60) });
      }
      const key = `problem.${error.code}` as Parameters<typeof t>[0];
      if (t.has(key)) return t(key);
      return error.requestId
        ? t('problem.unknown', { requestId: error.requestId })
        : t('problem.unknown_plain');
    };
    const field = (error: unknown, path: string): string | undefined => {
      const rule = error instanceof ApiError ? error.fields[path]?.[0] : undefined;
      if (rule === undefined) return undefined;
      const key = `field.${rule}` as Parameters<typeof t>[0];
      return t.has(key) ? t(key) : t('field.other');
    };
    return { problem, field };
  }, [t]);
}
