'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';

/** Refusals of imports in the reader's language; the others have their usual words. */
export function useImportProblem(): (error: unknown) => string {
  const t = useTranslations('data.problem');
  const { problem } = useProblemText();
  return (error) => {
    if (error instanceof ApiError) {
      const rule = error.fields['']?.[0];
      const key = (rule ?? error.code) as Parameters<typeof t>[0];
      if (Object.keys(error.fields).some((field) => field.startsWith('mapping.'))) return t('mapping');
      if (t.has(key)) return t(key);
    }
    return problem(error);
  };
}
