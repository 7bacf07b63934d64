'use client';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CustomerDto, CustomerListDto, EditCustomerInput } from '@/lib/schemas/customer';
import type { FactReportDto } from '@/lib/schemas/customer-facts';
import type { CustomerNoteDto } from '@/lib/schemas/customer-note';
import type { TimelineEntryDto } from '@/lib/schemas/customer-timeline';
import { api } from './api';
import { pagesOf } from './pages-of';
import { queryKeys } from './query-keys';
import { uploadFile } from './upload-file';
import { useIntentKey } from './use-intent-key';

/** Customers by name, page by page. While a new search loads, the former rows stay. */
export function useCustomers(q: string) {
  return useInfiniteQuery({
    ...pagesOf<CustomerListDto>(queryKeys.customerList(q), '/customers/', { q }),
    placeholderData: keepPreviousData,
  });
}

/** One customer with what is known about him. */
export function useCustomer(id: string) {
  return useQuery({
    queryKey: queryKeys.customer(id),
    queryFn: ({ signal }) => api.get<CustomerDto>(`/customers/${id}/`, { signal }),
  });
}

/** What was written on all his tickets, page by page, the newest first. */
export function useCustomerTimeline(id: string) {
  return useInfiniteQuery(
    pagesOf<TimelineEntryDto>(queryKeys.customerTimeline(id), `/customers/${id}/timeline/`),
  );
}

/** Writes down what is known; lists, and the column beside his tickets, learn of it. */
export function useEditCustomer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: EditCustomerInput) => api.patch<CustomerDto>(`/customers/${id}/`, input),
    onSuccess: (customer) => {
      client.setQueryData(queryKeys.customer(id), customer);
      void client.invalidateQueries({ queryKey: [...queryKeys.customers, 'list'] });
      for (const queryKey of [queryKeys.ticketContexts, queryKeys.searches, queryKeys.organisations])
        void client.invalidateQueries({ queryKey });
    },
  });
}

/** Sets whether routing may give him to somebody of the staff. */
export function useBlockedAgents(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ person, isBlocked }: { person: string; isBlocked: boolean }) => {
      const path = `/customers/${customerId}/blocked-agents/${person}/`;
      return isBlocked ? api.put<CustomerDto>(path, {}) : api.delete<CustomerDto>(path);
    },
    onSuccess: (customer) => client.setQueryData(queryKeys.customer(customerId), customer),
  });
}

type NoteAct = { body: string; id?: string } | { id: string };

/** Writes, rewrites or removes a note about a customer: with a body alone, with both, with an id alone. */
export function useCustomerNote(customerId: string) {
  const client = useQueryClient();
  const intent = useIntentKey();
  const path = `/customers/${customerId}/notes/`;
  return useMutation({
    mutationFn: async (act: NoteAct) => {
      if (!('body' in act)) await api.delete(`${path}${act.id}/`);
      else if (act.id) await api.patch<CustomerNoteDto>(`${path}${act.id}/`, { body: act.body });
      else await api.post<CustomerNoteDto>(path, { body: act.body }, { key: intent.keyFor(act) });
    },
    onSuccess: () => {
      intent.done();
      void client.invalidateQueries({ queryKey: queryKeys.ticketContexts });
      return client.invalidateQueries({ queryKey: queryKeys.customer(customerId) });
    },
  });
}

interface FactFile {
  source: string;
  file: File;
  /** Only what it would change is told. */
  isPreview: boolean;
}

/** Sends a table of facts about customers; `onProgress` hears the share of it that is there, 0 to 1. */
export function useImportFacts(onProgress: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ source, file, isPreview }: FactFile) => {
      onProgress(0);
      const query = new URLSearchParams({ source, preview: isPreview ? '1' : '0' });
      return uploadFile<FactReportDto>(`/imports/customer-facts/?${query}`, file, {
        type: 'text/csv',
        onProgress,
      });
    },
    onSuccess: (_report, { isPreview }) => {
      if (!isPreview) void client.invalidateQueries({ queryKey: queryKeys.customers });
    },
  });
}
