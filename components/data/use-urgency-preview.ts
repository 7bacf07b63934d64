'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UrgencyPreviewDto, UrgencyRules } from '@/lib/schemas/urgency';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useDebounced } from './use-debounced';

/** What these rules would make of the newest 50 waiting tickets, worked out while one edits them. */
export function useUrgencyPreview(rules: UrgencyRules) {
  const asked = useDebounced(JSON.stringify(rules), 300);
  return useQuery({
    queryKey: queryKeys.urgencyPreview(asked),
    queryFn: ({ signal }) =>
      api.post<{ results: UrgencyPreviewDto[] }>(
        '/urgency/preview/',
        { rules: JSON.parse(asked) },
        { signal },
      ),
    select: (answer) => answer.results,
    placeholderData: keepPreviousData,
    // half-written rules are refused, and asking again would change nothing
    retry: false,
  });
}
