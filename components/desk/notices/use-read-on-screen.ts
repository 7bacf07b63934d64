'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useNotices, useReadNotices } from '@/components/data/use-notices';

const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus();

/**
 * What is told about the ticket that its reader looks at is read: when he opens it or comes back to the window, and the
 * moment it arrives, before the bell could show it.
 */
export function useReadOnScreen(ticketId: string): void {
  const { data } = useNotices();
  const { mutate } = useReadNotices();
  const isNews = data?.notices.some((one) => one.read_at === null && one.ticket?.id === ticketId) ?? false;
  useLayoutEffect(() => {
    if (isNews && isLookedAt()) mutate({ ticket: ticketId });
  }, [isNews, ticketId, mutate]);
  // Older ones are behind the page of the list that is loaded.
  const older = useRef(false);
  older.current = (data?.unread ?? 0) > 0;
  useEffect(() => {
    const read = () => {
      if (older.current && isLookedAt()) mutate({ ticket: ticketId });
    };
    read();
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [ticketId, mutate]);
}
