'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AvailabilityDto, availabilityInput, MeDto } from '@/lib/schemas/person';
import { api } from './api';
import { queryKeys } from './query-keys';

export type Availability = AvailabilityDto;
type Edit = z.infer<typeof availabilityInput>;

/** Whether new tickets come to this person, and how many. `set` shows at once and goes back if refused. */
export function useAvailability() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.availability,
    queryFn: ({ signal }) => api.get<Availability>('/me/availability/', { signal }),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: (edit: Edit) => api.patch<Availability>('/me/availability/', edit),
    onMutate: async (edit) => {
      await client.cancelQueries({ queryKey: queryKeys.availability });
      const before = client.getQueryData<Availability>(queryKeys.availability);
      if (before) client.setQueryData(queryKeys.availability, withEdit(before, edit));
      return { before };
    },
    onError: (_error, _edit, context) => client.setQueryData(queryKeys.availability, context?.before),
    onSuccess: (now) => {
      const { is_available, capacity, capacity_calls } = now;
      client.setQueryData(queryKeys.availability, now);
      client.setQueryData<MeDto>(
        queryKeys.me,
        (me) => me && { ...me, is_available, capacity, capacity_calls },
      );
    },
  });
  return { ...query, set: mutate, isSaving: isPending, saveError: error };
}

function withEdit(before: Availability, { intent, reason, stays_reachable }: Edit): Availability {
  const reachable = stays_reachable ?? before.stays_reachable;
  if (intent === undefined) return { ...before, stays_reachable: reachable };
  const presence = { ...before.presence, intent, reason: reason ?? null, is_lost: false };
  return { ...before, stays_reachable: reachable, is_available: intent === 'online', presence };
}
