'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { cx } from 'class-variance-authority';
import { Check, Search } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { floatItemStyle, floatStyle } from './float-style';

export interface PickItem {
  value: string;
  label: string;
  icon?: ReactNode;
  hint?: ReactNode;
}

export interface PickMenuProps {
  trigger: ReactElement;
  items: PickItem[];
  value: string | null;
  onPick: (value: string) => void;
  /** Hears what is typed, to load more items; the list filters what it has by itself. */
  onSearch?: (text: string) => void;
  /** Name and placeholder of the box that filters. */
  filterLabel: string;
  emptyText: string;
  align?: 'start' | 'end';
}

/** The list itself: see `pick-menu.tsx`, which brings this file when one is needed. */
export function PickList({
  trigger,
  items,
  value,
  onPick,
  onSearch,
  filterLabel,
  emptyText,
  align = 'start',
}: PickMenuProps) {
  const [open, setOpen] = useState(false);
  const chosen = items.find((item) => item.value === value) ?? null;
  return (
    <Base.Root
      items={items}
      value={chosen}
      open={open}
      onOpenChange={setOpen}
      onInputValueChange={onSearch}
      autoHighlight
      isItemEqualToValue={(a, b) => a.value === b.value}
      onValueChange={(item) => {
        if (item) onPick(item.value);
      }}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup aria-label={filterLabel} className={cx(floatStyle, 'w-72 max-w-(--available-width)')}>
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              <Base.Input
                aria-label={filterLabel}
                placeholder={filterLabel}
                className="h-10 w-full bg-transparent text-input text-ink outline-none"
              />
            </div>
            <Base.Empty className="px-3 py-3 text-small text-ink-3 empty:hidden">{emptyText}</Base.Empty>
            <Base.List className="scrolling max-h-[min(20rem,var(--available-height))] p-1 empty:p-0">
              {(item: PickItem) => (
                <Base.Item key={item.value} value={item} className={floatItemStyle}>
                  {item.icon}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.hint ? <span className="text-small text-ink-3">{item.hint}</span> : null}
                  <span className="ms-1 size-4">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent" />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
