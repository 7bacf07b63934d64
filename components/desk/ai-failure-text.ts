'use client';
import { useTranslations } from 'next-intl';
import type { ApiError } from '@/components/data/api-error';

/** Why there is no draft, in the reader's words. */
export function useAiFailureText() {
  const t = useTranslations('ai.failures');
  return ({ code, retryAfter }: Pick<ApiError, 'code' | 'retryAfter'>): string => {
    const seconds = retryAfter ?? 20;
    const key = code as Parameters<typeof t>[0];
    return t.has(key) ? t(key, { seconds, minutes: Math.ceil(seconds / 60) }) : t('other');
  };
}
