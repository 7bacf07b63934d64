'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LabActInput, LabTelephoneDto } from '@/lib/schemas/lab-telephone';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Nothing is pushed to who is not signed in; somebody is on the line. */
const REFRESH_MS = 1_000;

/** The telephones of the lab: callers, and what they hear. */
export function useLabTelephone() {
  return useQuery({
    queryKey: queryKeys.labTelephone,
    queryFn: ({ signal }) => api.get<LabTelephoneDto>('/lab/telephone/', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

export function useLabDial() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (from: string) => api.post<{ sid: string }>('/lab/telephone/calls/', { from }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.labTelephone }),
  });
}

/** What somebody does with his telephone. */
export function useLabAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sid, ...act }: LabActInput & { sid: string }) =>
      api.post<void>(`/lab/telephone/calls/${sid}/`, act),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.labTelephone }),
  });
}
