'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { LabCallDto } from '@/lib/schemas/lab-telephone';

const NOTES: ReadonlySet<string> = new Set(['connected', 'ended', 'beep']);

/** What is heard, as text: the latest in view. */
export function TelephoneWords({ words }: { words: LabCallDto['heard'] }) {
  const t = useTranslations('lab.telephone');
  const end = useRef<HTMLOListElement>(null);
  const count = words.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [count]);
  return (
    <ol
      ref={end}
      aria-label={t('heard')}
      className="flex min-h-32 flex-1 flex-col gap-2 overflow-y-auto px-4 pb-4 text-ui"
    >
      {words.map(({ kind, text, language }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: words are only ever added behind the last one
          key={at}
          dir="auto"
          lang={language ?? undefined}
          className={
            kind === 'note'
              ? 'text-small text-ink-3'
              : kind === 'said' || kind === 'digits'
                ? 'self-end rounded-control bg-selected px-3 py-1.5 text-ink'
                : 'me-8 self-start rounded-control bg-sunken px-3 py-1.5 text-ink'
          }
        >
          {kind === 'note' && NOTES.has(text) ? t(`notes.${text as 'connected' | 'ended' | 'beep'}`) : text}
        </li>
      ))}
    </ol>
  );
}
