import type { InfiniteData, QueryFunctionContext, QueryKey } from '@tanstack/react-query';
import { type addressOf, api } from './api';

/** How the API answers a list: some rows, and the cursor of those after them. */
export interface Page<Row> {
  results: Row[];
  next: string | null;
}

/** Rows of all loaded pages, each once: while pages are read, one may move from a later to an earlier. */
function rowsOf<Row extends { id: string }>({ pages }: InfiniteData<Page<Row>, string | null>): Row[] {
  const rows = new Map<string, Row>();
  for (const page of pages) for (const row of page.results) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}

/** A list that is read page by page, for `useInfiniteQuery`: `data` is the array of rows. */
export function pagesOf<Row extends { id: string }>(
  queryKey: QueryKey,
  path: string,
  query?: Parameters<typeof addressOf>[1],
) {
  return {
    queryKey,
    queryFn: ({ pageParam, signal }: QueryFunctionContext<QueryKey, string | null>) =>
      api.get<Page<Row>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null,
    getNextPageParam: ({ next }: Page<Row>) => next,
    select: rowsOf<Row>,
  };
}
