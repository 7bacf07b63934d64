'use client';
import { useEffect } from 'react';

/** What stands before the window's title, in this order. */
const badges = { ringing: '', unread: '' };
let shown = '';
let observer: MutationObserver | null = null;

/** Puts the badges before the title, whoever sets that and whenever. */
function put(): void {
  const badge = Object.values(badges).join('');
  const { title } = document;
  const bare = shown !== '' && title.startsWith(shown) ? title.slice(shown.length) : title;
  shown = badge;
  if (title !== badge + bare) document.title = badge + bare;
  if (badge === '') {
    observer?.disconnect();
    observer = null;
  } else if (!observer) {
    observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  }
}

/** Shows a badge before the window's title; the empty text takes it away. */
export function useTitleBadge(which: keyof typeof badges, badge: string): void {
  useEffect(() => {
    badges[which] = badge;
    put();
    return () => {
      badges[which] = '';
      put();
    };
  }, [which, badge]);
}
