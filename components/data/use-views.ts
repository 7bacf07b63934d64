'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreateViewInput, EditViewInput, ViewDto } from '@/lib/schemas/view';
import { api } from './api';
import { queryKeys } from './query-keys';
import { useIntentKey } from './use-intent-key';

/** A count that was kept is asked for again after this long; one that was just made waits for the next event. */
const RECOUNT_MS = 5_000;

/** The views that this person has, by key and in their order, with how many tickets lie in each. */
export function useViews() {
  return useQuery({
    queryKey: queryKeys.views,
    queryFn: ({ signal }) => api.get<{ results: ViewDto[] }>('/views/', { signal }),
    select: (answer) => new Map(answer.results.map((view) => [view.key, view])),
    refetchInterval: ({ state }) =>
      state.data?.results.some((view) => view.count_age > 0) ? RECOUNT_MS : false,
  });
}

/** Saves a new view; the answer says where it is. */
export function useCreateView() {
  const client = useQueryClient();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: CreateViewInput) =>
      api.post<ViewDto>('/views/', input, { key: intent.keyFor(input) }),
    onSuccess: async (view) => {
      intent.done();
      putView(client, view);
      await client.invalidateQueries({ queryKey: queryKeys.views });
    },
  });
}

export function useEditView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...edit }: EditViewInput & { key: string }) =>
      api.patch<ViewDto>(`/views/${key}/`, edit),
    onSuccess: async (view) => {
      putView(client, view);
      await client.invalidateQueries({ queryKey: queryKeys.views });
    },
  });
}

export function useDeleteView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => api.delete<null>(`/views/${key}/`),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.views }),
  });
}

/** Puts views of one section into another order; shown at once. */
export function useOrderViews() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keys: string[]) => api.put<null>('/views/order/', { keys }),
    onMutate: async (keys) => {
      await client.cancelQueries({ queryKey: queryKeys.views });
      client.setQueryData<{ results: ViewDto[] }>(queryKeys.views, (answer) => {
        if (!answer) return answer;
        const moved = keys.flatMap((key) => answer.results.find((view) => view.key === key) ?? []);
        // the places that they take together stay the same
        return {
          results: answer.results.map((view) => (keys.includes(view.key) ? moved.shift()! : view)),
        };
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.views }),
  });
}

/** At once: the desk goes to a view before the list of them is read again. */
function putView(client: ReturnType<typeof useQueryClient>, view: ViewDto): void {
  client.setQueryData<{ results: ViewDto[] }>(queryKeys.views, (answer) => {
    if (!answer) return answer;
    const known = answer.results.findIndex((one) => one.key === view.key);
    return { results: known === -1 ? [...answer.results, view] : answer.results.with(known, view) };
  });
}
