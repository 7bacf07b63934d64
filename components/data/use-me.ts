'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MeDto } from '@/lib/schemas/person';
import type { Locale } from '@/lib/schemas/values';
import { api } from './api';
import { queryKeys } from './query-keys';

/** The person who is signed in. */
export function useMe(initial?: MeDto) {
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => api.get<MeDto>('/me/', { signal }),
    initialData: initial,
  });
}

export interface MeEdit {
  name?: string;
  locale?: Locale;
  time_zone?: string;
  languages?: string[];
  undo_seconds?: number;
  phone?: string | null;
}

/** Changes one's own profile. */
export function useEditMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: MeEdit) => api.patch<MeDto>('/me/', edit),
    onSuccess: (me) => client.setQueryData(queryKeys.me, me),
  });
}
