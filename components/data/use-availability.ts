'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { availabilityDto, MeDto } from '@/lib/schemas/person';
import { api } from './api';
import { queryKeys } from './query-keys';

type Availability = z.infer<typeof availabilityDto>;

/** Whether new tickets come to this person, and how many. `set` shows at once and goes back if refused. */
export function useAvailability() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.availability,
    queryFn: ({ signal }) => api.get<Availability>('/me/availability/', { signal }),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: (edit: Partial<Availability>) => api.patch<Availability>('/me/availability/', edit),
    onMutate: async (edit) => {
      await client.cancelQueries({ queryKey: queryKeys.availability });
      const before = client.getQueryData<Availability>(queryKeys.availability);
      if (before) client.setQueryData(queryKeys.availability, { ...before, ...edit });
      return { before };
    },
    onError: (_error, _edit, context) => client.setQueryData(queryKeys.availability, context?.before),
    onSuccess: (now) => {
      client.setQueryData(queryKeys.availability, now);
      client.setQueryData<MeDto>(queryKeys.me, (me) => me && { ...me, ...now });
    },
  });
  return { ...query, set: mutate, isSaving: isPending, saveError: error };
}
