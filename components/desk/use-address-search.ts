'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '@/components/data/use-debounced';
import { useCommandPart } from './commands/command-context';

/** A page's own search box: `text` as it is typed, `q` once typing has paused, which then stands in the address. */
export function useAddressSearch() {
  const [asked, setAsked] = useQueryState('q', parseAsString.withDefault(''));
  const [text, setText] = useState(asked);
  const q = useDebounced(text.trim(), 120);
  const input = useRef<HTMLInputElement>(null);
  useCommandPart('search', { focus: () => input.current?.focus() });
  useEffect(() => {
    // who has gone on to a result is leaving: another address now would call him back
    if (document.activeElement === input.current) void setAsked(q === '' ? null : q);
  }, [q, setAsked]);
  return { text, setText, q, input };
}
