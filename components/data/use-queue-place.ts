'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useRef } from 'react';
import { pauseAt } from '@/lib/rules/queue-place';
import type { QueuePlaceDto } from '@/lib/schemas/queue-place';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { LiveContext } from './live-context';
import { queryKeys } from './query-keys';

/** New ones before it, opening hours and answers of late are told by nobody. */
const EVERY_MS = 60_000;

/**
 * Where a request stands while it is not solved, read again whenever the queue moves: not by all who wait at the same
 * moment, and more rarely further back.
 */
export function useQueuePlace(
  { number, version }: Pick<TicketDto, 'number' | 'version'>,
  initial: QueuePlaceDto | null,
  enabled: boolean,
) {
  const live = useContext(LiveContext);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.queuePlace(number),
    queryFn: ({ signal }) => api.get<QueuePlaceDto>(`/tickets/${number}/queue/`, { signal }),
    initialData: initial ?? undefined,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    enabled,
  });
  useEffect(() => {
    if (!live || !enabled) return;
    const queryKey = queryKeys.queuePlace(number);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readSoon = () => {
      const known = client.getQueryState<QueuePlaceDto>(queryKey);
      const pause = pauseAt(known?.data?.place ?? null);
      const left = Math.max(0, (known?.dataUpdatedAt ?? 0) + pause - Date.now());
      timer ??= setTimeout(
        () => {
          timer = undefined;
          void client.invalidateQueries({ queryKey });
        },
        left + (Math.random() * pause) / 2,
      );
    };
    const stop = live.queue.subscribe(readSoon);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, client, number, enabled]);
  // solved and opened again, given back: another place, or none, whatever was asked meanwhile
  const known = useRef(version);
  useEffect(() => {
    if (known.current === version) return;
    known.current = version;
    void client.invalidateQueries({ queryKey: queryKeys.queuePlace(number) });
  }, [client, number, version]);
  return query.data;
}
