'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { MessageDto } from '@/lib/schemas/message';

/** Tells a screen reader, and the tab's title while it is hidden, that an answer has come. */
export function NewReplyAnnouncer({ messages, meId }: { messages: readonly MessageDto[]; meId: string }) {
  const t = useTranslations('portal.request');
  const [said, setSaid] = useState('');
  const last = messages.at(-1);
  const seen = useRef(last?.id);
  useEffect(() => {
    if (!last || last.id === seen.current) return;
    seen.current = last.id;
    if (last.author.id === meId) return;
    const text = t('newReply', { name: last.author.name });
    setSaid(text);
    if (document.visibilityState === 'visible') return;
    const title = document.title;
    document.title = `● ${text}`;
    const back = () => {
      document.title = title;
    };
    document.addEventListener('visibilitychange', back, { once: true });
    return () => document.removeEventListener('visibilitychange', back);
  }, [last, meId, t]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
