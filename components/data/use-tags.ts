'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useDebounced } from './use-debounced';

const SETTLED_MS = 150;

/** Tags that were given before, those that `search` asked for. */
export function useTags({ enabled = true } = {}) {
  const [text, search] = useState('');
  const q = useDebounced(text.trim(), SETTLED_MS);
  const query = useQuery({
    queryKey: queryKeys.tags(q),
    queryFn: ({ signal }) => api.get<{ results: string[] }>('/tags/', { query: { q }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled,
  });
  return { tags: query.data?.results ?? [], text, search };
}
