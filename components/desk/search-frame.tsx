'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { CommandKeys } from './commands/command-keys';

export interface SearchFieldProps {
  text: string;
  onText: (text: string) => void;
  input: RefObject<HTMLInputElement | null>;
}

interface SearchFrameProps extends SearchFieldProps {
  onSubmit: () => void;
  /** The field itself. */
  children: ReactNode;
}

/** What stands around the search field: the glass, and at its end the key that leads to it or the way to empty it. */
export function SearchFrame({ text, onText, input, onSubmit, children }: SearchFrameProps) {
  const t = useTranslations('search');
  return (
    <search>
      <form
        className="relative block"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
        />
        {children}
        {text ? (
          <button
            type="button"
            aria-label={t('clear')}
            onClick={() => {
              onText('');
              input.current?.focus();
            }}
            className="absolute inset-y-0 end-0 flex w-control items-center justify-center rounded-control text-ink-3 hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
        ) : (
          <span className="pointer-events-none absolute inset-y-0 end-2 hidden items-center peer-focus:hidden pointer-fine:flex">
            <CommandKeys id="search" />
          </span>
        )}
      </form>
    </search>
  );
}

/** The field's own properties, whichever it is. */
export const searchInput = (t: (key: 'label' | 'placeholder') => string) =>
  ({
    type: 'search',
    'aria-label': t('label'),
    placeholder: t('placeholder'),
    maxLength: 200,
    autoComplete: 'off',
    enterKeyHint: 'search',
    className:
      'peer h-control w-full rounded-control border border-line-strong bg-surface ps-8.5 pe-8 text-input hover:border-ink-3 focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus [&::-webkit-search-cancel-button]:hidden',
  }) as const;
