'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditSettingsInput, Settings } from '@/lib/schemas/settings';
import { api } from './api';
import { queryKeys } from './query-keys';

/** The workspace's settings; staff only. */
export function useSettings(initial?: Settings) {
  return useQuery({
    queryKey: queryKeys.settings,
    queryFn: ({ signal }) => api.get<Settings>('/settings/', { signal }),
    initialData: initial,
  });
}

/** Changes those that are given; the rest stays. */
export function useEditSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: EditSettingsInput) => api.patch<Settings>('/settings/', edit),
    onSuccess: (settings) => client.setQueryData(queryKeys.settings, settings),
  });
}
