'use client';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CustomerDto, CustomerListDto, EditCustomerInput } from '@/lib/schemas/customer';
import { api } from './api';
import { queryKeys } from './query-keys';

interface Page {
  results: CustomerListDto[];
  next: string | null;
}

/** Customers by name, page by page. While a new search loads, the former rows stay. */
export function useCustomers(q: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.customerList(q),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>('/customers/', { query: { q, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ results }) => results),
  });
}

/** One customer with what is known about him. */
export function useCustomer(id: string) {
  return useQuery({
    queryKey: queryKeys.customer(id),
    queryFn: ({ signal }) => api.get<CustomerDto>(`/customers/${id}/`, { signal }),
  });
}

/** Writes down what is known; lists, and the column beside his tickets, learn of it. */
export function useEditCustomer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: EditCustomerInput) => api.patch<CustomerDto>(`/customers/${id}/`, input),
    onSuccess: (customer) => {
      client.setQueryData(queryKeys.customer(id), customer);
      void client.invalidateQueries({ queryKey: [...queryKeys.customers, 'list'] });
      void client.invalidateQueries({ queryKey: queryKeys.ticketContexts });
      void client.invalidateQueries({ queryKey: queryKeys.searches });
    },
  });
}
