'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BoardDto } from '@/lib/schemas/board';
import { api } from './api';
import { queryKeys } from './query-keys';

/** Time alone moves some of it (the last hour); all else is told by the socket, which fetches it again. */
const EVERY_MS = 30_000;

/** The live board of a team, or of all (null). */
export function useBoard(team: string | null) {
  return useQuery({
    queryKey: queryKeys.board(team),
    queryFn: ({ signal }) => api.get<BoardDto>('/board/', { query: team ? { team } : {}, signal }),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}
