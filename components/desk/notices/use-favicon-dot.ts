'use client';
import { useEffect } from 'react';

/** Puts a dot on the window's icon while there is something unread. */
export function useFaviconDot(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const icons = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map((link) => ({
      link,
      before: link.href,
    }));
    for (const { link } of icons) link.href = '/icon-unread.svg';
    return () => {
      for (const { link, before } of icons) link.href = before;
    };
  }, [on]);
}
