'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state';
import { ApiError } from './api-error';
import { useProblemText } from './use-problem-text';

interface QueryErrorProps {
  /** What could not be read, in the words of this place. */
  title: string;
  query: Pick<UseQueryResult, 'error' | 'isFetching'> & { refetch: () => unknown };
}

/** In the place of what could not be read: why, and once more. */
export function QueryError({ title, query: { error, isFetching, refetch } }: QueryErrorProps) {
  const { problem } = useProblemText();
  return (
    <ErrorState
      title={title}
      detail={problem(error)}
      requestId={(error instanceof ApiError && error.requestId) || undefined}
      onRetry={() => void refetch()}
      retrying={isFetching}
    />
  );
}
