'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { cx } from 'class-variance-authority';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useLayoutEffect, useState } from 'react';
import { useDebounced } from '@/components/data/use-debounced';
import { SHORTEST_SEARCH, useSearchPreview } from '@/components/data/use-search';
import { floatStyle } from '@/components/ui/float-style';
import { useStaff } from './desk-context';
import { type SearchChoice, searchChoices } from './search-choices';
import { type SearchFieldProps, SearchFrame, searchInput } from './search-frame';
import { SearchHint } from './search-hint';
import { SearchOption } from './search-option';
import { useSearchCompletions } from './use-search-completions';

const DEBOUNCE_MS = 120;

interface SearchComboProps extends SearchFieldProps {
  /** Caret of the plain field that it takes the place of, when that had the focus. */
  start: number | null;
}

/** The search box with what was found below it: see `SearchBox`, which brings this file once the page stands. */
export function SearchCombo({ text, onText, input, start }: SearchComboProps) {
  const t = useTranslations('search');
  const router = useRouter();
  const { go } = useStaff();
  const [open, setOpen] = useState(false);
  const typed = text.trim();
  const q = useDebounced(typed, DEBOUNCE_MS);
  const preview = useSearchPreview(open ? q : '');
  const isAsked = typed.length >= SHORTEST_SEARCH;
  const completions = useSearchCompletions(open ? text : '');
  const groups = isAsked ? searchChoices(typed, preview.data, completions) : [];

  // in the same step as the plain field goes: a key in between would be a shortcut
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    if (start === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(start, start);
    setOpen(true);
  }, []);

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
      onText(choice.completion.text);
      setOpen(true);
      return input.current?.focus();
    }
    if (choice.kind === 'suggestion') {
      onText(choice.text);
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
        if (reason !== 'item-press') onText(value);
      }}
      open={open}
      onOpenChange={setOpen}
      openOnInputClick
      itemToStringValue={(choice: SearchChoice) => choice.key}
    >
      <SearchFrame text={text} onText={onText} input={input} onSubmit={() => showAll(typed)}>
        <Autocomplete.Input
          {...searchInput(t)}
          ref={input}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || open) return;
            event.preventDefault();
            if (text) onText('');
            else event.currentTarget.blur();
          }}
        />
      </SearchFrame>
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
