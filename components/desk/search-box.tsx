'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts } from './use-shortcuts';

const DEBOUNCE_MS = 200;

/** Filters the view by number or customer's name, a moment after the last key. */
export function SearchBox({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const t = useTranslations('desk.search');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  // The address changed by other means (back, another view): show what it says.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      latest.current(text);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useShortcuts({ '/': () => input.current?.focus() });

  return (
    <search className="relative block">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
      />
      <input
        ref={input}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (text) setText('');
          else event.currentTarget.blur();
        }}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        maxLength={200}
        className="peer h-control w-full rounded-control border border-line-strong bg-surface ps-8.5 pe-8 text-input hover:border-ink-3 focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? (
        <button
          type="button"
          aria-label={t('clear')}
          onClick={() => {
            setText('');
            input.current?.focus();
          }}
          className="absolute inset-y-0 end-0 flex w-control items-center justify-center rounded-control text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : (
        <span className="pointer-events-none absolute inset-y-0 end-2 hidden items-center peer-focus:hidden pointer-fine:flex">
          <Kbd>/</Kbd>
        </span>
      )}
    </search>
  );
}
