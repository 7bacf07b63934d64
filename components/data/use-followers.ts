'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FollowersDto } from '@/lib/schemas/notice';
import { api } from './api';
import { newKey } from './new-key';
import { queryKeys } from './query-keys';
import type { TicketRef } from './ticket-filters';

/** Who follows a ticket, and following it oneself. */
export function useFollowers({ id, number }: TicketRef) {
  const client = useQueryClient();
  const queryKey = queryKeys.followers(number);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<FollowersDto>(`/tickets/${id}/followers/`, { signal }),
  });
  const follow = useMutation({
    mutationFn: ({ follow, key }: { follow: boolean; key: string }) =>
      api.post<FollowersDto>(`/tickets/${id}/follow/`, { follow }, { key }),
    onSuccess: (followers) => client.setQueryData(queryKey, followers),
  });
  return {
    followers: query.data,
    setFollow: (on: boolean, options?: { onError: (error: Error) => void }) =>
      follow.mutate({ follow: on, key: newKey() }, options),
  };
}
