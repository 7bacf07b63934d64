import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';

/** Lists and their counts are stale: those on the screen fetch now, the others when they are next opened. */
export function refreshLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.ticketLists });
  void client.invalidateQueries({ queryKey: queryKeys.searches });
  void client.invalidateQueries({ queryKey: queryKeys.views });
  void client.invalidateQueries({ queryKey: queryKeys.work });
  void client.invalidateQueries({ queryKey: queryKeys.reportLive });
}
