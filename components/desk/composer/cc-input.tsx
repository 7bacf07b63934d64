'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useDebounced } from '@/components/data/use-debounced';
import { useRecipientSuggestions } from '@/components/data/use-recipients';
import { Avatar } from '@/components/ui/avatar';
import { floatItemStyle, floatStyle } from '@/components/ui/float-style';
import type { RecipientSuggestionsDto } from '@/lib/schemas/recipients';

type Suggestion = RecipientSuggestionsDto['results'][number];

interface CcInputProps {
  ticketId: string;
  typed: string;
  onTyped: (typed: string) => void;
  /** Who is in copy, and is not suggested. */
  chosen: readonly string[];
  /** Is it an address as it stands? Then Enter means it, and nothing that only holds it. */
  isWhole: boolean;
  /** Id of what is wrong with it. */
  problemId: string | undefined;
  onTake: () => void;
  onPick: (address: string) => void;
  onRemoveLast: () => void;
  onClose: () => void;
}

/** Where addresses are typed, with people below it who may be meant: arrows and Enter choose, Escape closes the list. */
export function CcInput({ ticketId, typed, onTyped, chosen, isWhole, problemId, ...on }: CcInputProps) {
  const t = useTranslations('composer.to');
  const box = useRef<HTMLInputElement>(null);
  const highlighted = useRef<Suggestion>(undefined);
  const [open, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 120);
  const { data } = useRecipientSuggestions(ticketId, open ? q : null);
  const items = (data?.results ?? []).filter(({ address }) => !chosen.includes(address));
  const isShown = open && items.length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (isShown && event.key === 'Escape')) return;
    if (event.key === 'Enter' && isShown && highlighted.current) return;
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',') {
      event.preventDefault();
      on.onTake();
    } else if (event.key === 'Backspace' && typed === '') on.onRemoveLast();
    else if (event.key === 'Escape') on.onClose();
  };

  return (
    <Autocomplete.Root
      items={items}
      mode="none"
      value={typed}
      onValueChange={(value, { reason }) => {
        // what is chosen becomes a chip
        if (reason !== 'item-press') onTyped(value);
      }}
      open={isShown}
      onOpenChange={setOpen}
      onItemHighlighted={(item) => {
        highlighted.current = item;
      }}
      openOnInputClick
      autoHighlight={typed.trim() !== '' && !isWhole}
      itemToStringValue={({ address }: Suggestion) => address}
    >
      <Autocomplete.Input
        ref={box}
        autoFocus
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={t('label')}
        aria-describedby={problemId}
        aria-invalid={problemId ? true : undefined}
        placeholder={chosen.length === 0 ? t('placeholder') : undefined}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={on.onTake}
        className="h-6 min-w-40 flex-1 bg-transparent px-1 text-input text-ink outline-none coarse:h-control"
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-50">
          <Autocomplete.Popup className={cx(floatStyle, 'w-80 max-w-(--available-width)')}>
            <Autocomplete.Status className="sr-only">
              {t('suggested', { count: items.length })}
            </Autocomplete.Status>
            <Autocomplete.List className="scrolling max-h-[min(20rem,var(--available-height))] p-1">
              {(one: Suggestion) => (
                <Autocomplete.Item
                  key={one.address}
                  value={one}
                  onClick={() => {
                    on.onPick(one.address);
                    box.current?.focus();
                  }}
                  className={floatItemStyle}
                >
                  <Avatar name={one.name ?? one.address} />
                  <span className="min-w-0 flex-1">
                    <bdi className="block truncate">{one.name ?? one.address}</bdi>
                    {one.name ? (
                      <bdi className="block truncate text-micro text-ink-3">{one.address}</bdi>
                    ) : null}
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
