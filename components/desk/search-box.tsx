'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Later } from '@/components/ui/later';
import { useCommandPart } from './commands/command-context';
import { useStaff } from './desk-context';
import { type SearchFieldProps, SearchFrame, searchInput } from './search-frame';

const later = new Later(() => import('./search-combo'));
type Combo = NonNullable<typeof later.now>;

/**
 * Finds tickets and customers while one types. Enter on a hit opens it, Enter on the text opens all results. A plain
 * field first; the list below it comes with what takes its place, with the same text, focus and caret.
 */
export function SearchBox({ search }: { search: string | null }) {
  const [text, setText] = useState(search ?? '');
  const [combo, setCombo] = useState<{ code: Combo; start: number | null } | null>(() =>
    later.now ? { code: later.now, start: null } : null,
  );
  const input = useRef<HTMLInputElement>(null);

  // The address changed by other means (back, a view, a suggestion): show what it says.
  useEffect(() => setText(search ?? ''), [search]);
  useCommandPart('search', {
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  });

  const field = { text, onText: setText, input };
  if (combo) return <combo.code.SearchCombo {...field} start={combo.start} />;
  return <PlainSearch {...field} onArrive={(code, start) => flushSync(() => setCombo({ code, start }))} />;
}

interface PlainSearchProps extends SearchFieldProps {
  onArrive: (code: Combo, start: number | null) => void;
}

function PlainSearch({ text, onText, input, onArrive }: PlainSearchProps) {
  const t = useTranslations('search');
  const { go } = useStaff();
  const isComposing = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  const arrive = useRef(onArrive);

  useEffect(() => {
    let isGone = false;
    const takeOver = (code: Combo) => {
      if (isGone) return;
      if (isComposing.current) {
        waiting.current = () => takeOver(code);
        return;
      }
      const field = input.current;
      arrive.current(code, field && document.activeElement === field ? field.selectionEnd : null);
    };
    // never reached: the plain field goes on being one, and Enter searches
    void later.arrival.then(takeOver);
    return () => {
      isGone = true;
    };
  }, [input]);

  const q = text.trim();
  return (
    <SearchFrame text={text} onText={onText} input={input} onSubmit={() => q && go(null, { search: q })}>
      <input
        {...searchInput(t)}
        ref={input}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onFocus={() => void later.ask().catch(() => {})}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (text) onText('');
          else event.currentTarget.blur();
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
          waiting.current?.();
        }}
      />
    </SearchFrame>
  );
}
