import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { endSession } from './end-session';

const transient = (count: number, error: Error) =>
  error instanceof ApiError && error.isTransient && count < 3;

/** One cache a tab. What is cached is shown at once and refreshed silently; the socket says when it is stale. */
export function makeQueryClient(): QueryClient {
  const leaveIfSignedOut = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) endSession();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: transient,
        retryDelay: (count) => Math.min(400 * 2 ** count, 4_000),
        // A paused query shows nothing and says nothing; ours fail visibly and come back with the connection.
        networkMode: 'always',
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
