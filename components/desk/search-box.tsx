'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { cx } from 'class-variance-authority';
import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '@/components/data/use-debounced';
import { SHORTEST_SEARCH, useSearchPreview } from '@/components/data/use-search';
import { floatStyle } from '@/components/ui/float-style';
import { useCommandPart } from './commands/command-context';
import { CommandKeys } from './commands/command-keys';
import { useDesk } from './desk-context';
import { type SearchChoice, searchChoices } from './search-choices';
import { SearchHint } from './search-hint';
import { SearchOption } from './search-option';
import { useSearchCompletions } from './use-search-completions';

const DEBOUNCE_MS = 120;

/** Finds tickets and customers while one types. Enter on a hit opens it, Enter on the text opens all results. */
export function SearchBox() {
  const t = useTranslations('search');
  const router = useRouter();
  const { location, go } = useDesk();
  const [text, setText] = useState(location.search ?? '');
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const typed = text.trim();
  const q = useDebounced(typed, DEBOUNCE_MS);
  const preview = useSearchPreview(open ? q : '');
  const isAsked = typed.length >= SHORTEST_SEARCH;
  const completions = useSearchCompletions(open ? text : '');
  const groups = isAsked ? searchChoices(typed, preview.data, completions) : [];

  // The address changed by other means (back, a view, a suggestion): show what it says.
  useEffect(() => setText(location.search ?? ''), [location.search]);
  useCommandPart('search', {
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  });

  const leave = () => {
    setOpen(false);
    input.current?.blur();
  };
  const showAll = (search: string) => {
    if (search === '') return;
    go(null, { search });
    leave();
  };
  const choose = (choice: SearchChoice) => {
    if (choice.kind === 'all') return showAll(typed);
    if (choice.kind === 'completion') {
      setText(choice.completion.text);
      setOpen(true);
      return input.current?.focus();
    }
    if (choice.kind === 'suggestion') {
      setText(choice.text);
      return input.current?.focus();
    }
    if (choice.kind === 'customer') router.push(`/customers/${choice.customer.id}`);
    else go(choice.hit.ticket.number, { search: typed, message: choice.hit.message_id });
    leave();
  };

  return (
    <Autocomplete.Root
      items={groups}
      mode="none"
      value={text}
      onValueChange={(value, { reason }) => {
        // what is chosen is opened, not written into the box
        if (reason !== 'item-press') setText(value);
      }}
      open={open}
      onOpenChange={setOpen}
      openOnInputClick
      itemToStringValue={(choice: SearchChoice) => choice.key}
    >
      <search>
        <form
          className="relative block"
          onSubmit={(event) => {
            event.preventDefault();
            showAll(typed);
          }}
        >
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
          />
          <Autocomplete.Input
            ref={input}
            type="search"
            aria-label={t('label')}
            placeholder={t('placeholder')}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || open) return;
              event.preventDefault();
              if (text) setText('');
              else event.currentTarget.blur();
            }}
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
              <CommandKeys id="search" />
            </span>
          )}
        </form>
      </search>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} align="start" className="z-50">
          <Autocomplete.Popup
            className={cx(
              floatStyle,
              'flex max-h-(--available-height) w-[min(30rem,92vw)] min-w-(--anchor-width) flex-col',
            )}
          >
            <Autocomplete.Status className="sr-only">
              {isAsked && preview.data && !preview.isPlaceholderData
                ? t('found', { count: preview.data.total, capped: String(preview.data.capped) })
                : null}
            </Autocomplete.Status>
            {isAsked ? null : <SearchHint />}
            <Autocomplete.List className="scrolling min-h-0 p-1 empty:hidden">
              {(group: (typeof groups)[number]) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  {group.value === 'more' ? null : (
                    <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-micro font-[600] text-ink-3">
                      {t(group.value)}
                    </Autocomplete.GroupLabel>
                  )}
                  <Autocomplete.Collection>
                    {(choice: SearchChoice) => (
                      <SearchOption
                        key={choice.key}
                        choice={choice}
                        typed={typed}
                        onChoose={() => choose(choice)}
                      />
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
