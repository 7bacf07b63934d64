'use client';
import { useEffect } from 'react';
import type { OfferDto } from '@/lib/schemas/offer';
import { isAnyVisible } from '../notices/tab-locks';

/** While none of the reader's windows is looked at, the system says that it rings, as far as it may; a press comes here. */
export function useRingNotification(offer: OfferDto | undefined, title: string): void {
  const id = offer?.id;
  const subject = offer?.ticket.subject;
  useEffect(() => {
    if (!id || !('Notification' in window) || Notification.permission !== 'granted') return;
    let shown: Notification | null = null;
    let isOver = false;
    void isAnyVisible().then((isSeen) => {
      if (isSeen || isOver) return;
      // the tag makes one of those of all windows
      shown = new Notification(title, {
        body: subject,
        tag: id,
        icon: '/icon.svg',
        requireInteraction: true,
      });
      shown.onclick = () => {
        window.focus();
        shown?.close();
      };
    });
    return () => {
      isOver = true;
      shown?.close();
    };
  }, [id, subject, title]);
}
