'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';

/** Why two tickets were not merged, parted or split, in the reader's words. */
export function useMergeProblem(): (error: unknown) => string {
  const t = useTranslations('lifecycle.merge');
  const { problem } = useProblemText();
  return (error) => {
    const key = error instanceof ApiError ? error.code : '';
    return key && t.has(key as never) ? t(key as Parameters<typeof t>[0]) : problem(error);
  };
}
