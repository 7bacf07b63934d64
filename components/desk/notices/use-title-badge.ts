'use client';
import { useEffect } from 'react';

/** Puts how many notices are unread before the window's title, whoever sets that and whenever. */
export function useTitleBadge(unread: number): void {
  useEffect(() => {
    if (unread === 0) return;
    const badge = `(${unread > 99 ? '99+' : unread}) `;
    const put = () => {
      if (!document.title.startsWith(badge)) document.title = badge + document.title;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(badge)) document.title = document.title.slice(badge.length);
    };
  }, [unread]);
}
