'use client';
import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useContext } from 'react';
import type { NoticeKind } from '@/lib/rules/notices';
import type { EditNoticeWaysInput, NoticeDto, NoticeWaysDto, ReadNoticesInput } from '@/lib/schemas/notice';
import { api } from './api';
import { LiveContext } from './live-context';
import { queryKeys } from './query-keys';

interface Page {
  results: NoticeDto[];
  next: string | null;
  unread: number;
}
type Pages = InfiniteData<Page, string | null>;

const rowsOf = (data: Pages) => ({
  notices: [...new Map(data.pages.flatMap((page) => page.results).map((one) => [one.id, one])).values()],
  // every page counts anew; the first is the one that a push fetches again
  unread: data.pages[0]?.unread ?? 0,
});

/** What one was told, page by page, and how many of it are unread. */
export function useNotices() {
  return useInfiniteQuery({
    queryKey: queryKeys.notices,
    queryFn: ({ pageParam, signal }) => api.get<Page>('/notices/', { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    select: rowsOf,
  });
}

const isMeant = (notice: NoticeDto, which: ReadNoticesInput): boolean =>
  'ids' in which
    ? which.ids.includes(notice.id)
    : 'ticket' in which
      ? notice.ticket?.id === which.ticket
      : notice.id <= which.until;

/** Marks notices as read, on the screen at once; other windows are told. */
export function useReadNotices() {
  const client = useQueryClient();
  const live = useContext(LiveContext);
  return useMutation({
    mutationFn: (which: ReadNoticesInput) => api.post<{ unread: number }>('/notices/read/', which),
    onMutate: async (which) => {
      await client.cancelQueries({ queryKey: queryKeys.notices });
      const read_at = new Date().toISOString();
      client.setQueryData<Pages>(queryKeys.notices, (data) => {
        if (!data) return data;
        const fresh = data.pages
          .flatMap((page) => page.results)
          .filter((one) => !one.read_at && isMeant(one, which));
        const ids = new Set(fresh.map((one) => one.id));
        const pages = data.pages.map((page) => ({
          ...page,
          unread: 'until' in which ? 0 : Math.max(0, page.unread - ids.size),
          results: page.results.map((one) => (ids.has(one.id) ? { ...one, read_at } : one)),
        }));
        return { ...data, pages };
      });
    },
    onSuccess: () => live?.bell.read(),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.notices }),
  });
}

/** How one is told of what. */
export function useNoticeWays() {
  return useQuery({
    queryKey: queryKeys.noticeWays,
    queryFn: ({ signal }) => api.get<NoticeWaysDto>('/me/notices/', { signal }),
  });
}

export function useEditNoticeWays() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: EditNoticeWaysInput) => api.patch<NoticeWaysDto>('/me/notices/', edit),
    onMutate: (edit) => {
      const before = client.getQueryData<NoticeWaysDto>(queryKeys.noticeWays);
      client.setQueryData<NoticeWaysDto>(queryKeys.noticeWays, (now) => {
        if (!now) return now;
        const kinds = Object.entries(now) as [NoticeKind, NoticeWaysDto[NoticeKind]][];
        return Object.fromEntries(
          kinds.map(([kind, ways]) => [kind, { ...ways, ...edit[kind] }]),
        ) as NoticeWaysDto;
      });
      return { before };
    },
    onError: (_error, _edit, context) => client.setQueryData(queryKeys.noticeWays, context?.before),
    onSuccess: (ways) => client.setQueryData(queryKeys.noticeWays, ways),
  });
}
