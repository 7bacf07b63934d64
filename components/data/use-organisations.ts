'use client';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CustomerListDto } from '@/lib/schemas/customer';
import type { CreateOrganisationInput, OrganisationDto } from '@/lib/schemas/organisation';
import { api } from './api';
import { pagesOf } from './pages-of';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';
import { useDebounced } from './use-debounced';
import { useIntentKey } from './use-intent-key';

const SETTLED_MS = 150;

/** Organisations by name, page by page. */
export function useOrganisations(q: string, { enabled = true } = {}) {
  return useInfiniteQuery({
    ...pagesOf<OrganisationDto>(queryKeys.organisationList(q), '/organisations/', { q }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

const one = (id: string) => ({
  queryKey: queryKeys.organisation(id),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<OrganisationDto>(`/organisations/${id}/`, { signal }),
});

export const useOrganisation = (id: string) => useQuery(one(id));

/** What organisations are called, by id, as far as it is known. */
export function useOrganisationNames(ids: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({
    queries: ids.map(one),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : []))),
  });
}

/** Organisations to choose from: the first page, or what `search` asked for, and those that are chosen. */
export function useOrganisationChoice(chosen: readonly string[]) {
  const [text, search] = useState('');
  const found = useOrganisations(useDebounced(text.trim(), SETTLED_MS)).data;
  const names = useOrganisationNames(chosen);
  const items = useMemo(() => {
    const all = new Map([...names, ...(found ?? []).map(({ id, name }) => [id, name] as const)]);
    return [...all].map(([value, label]) => ({ value, label }));
  }, [names, found]);
  return { items, search };
}

/** The members of an organisation by name, page by page. */
export function useMembers(organisation: string) {
  return useInfiniteQuery(
    pagesOf<CustomerListDto>(queryKeys.members(organisation), '/customers/', { organisation }),
  );
}

/** All that names an organisation, or shows who is VIP. */
function useRefresh() {
  const client = useQueryClient();
  return () => {
    refreshLists(client);
    for (const queryKey of [queryKeys.organisations, queryKeys.customers, queryKeys.ticketContexts])
      void client.invalidateQueries({ queryKey });
  };
}

/** Makes an organisation, or with an id changes one. */
export function useSaveOrganisation(id?: string) {
  const refresh = useRefresh();
  const intent = useIntentKey();
  return useMutation({
    mutationFn: (input: CreateOrganisationInput) =>
      id
        ? api.patch<OrganisationDto>(`/organisations/${id}/`, input)
        : api.post<OrganisationDto>('/organisations/', input, { key: intent.keyFor(input) }),
    onSuccess: () => {
      intent.done();
      refresh();
    },
  });
}

export function useDeleteOrganisation(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.delete<null>(`/organisations/${id}/`),
    onSuccess: refresh,
  });
}
