'use client';
import { Plus } from 'lucide-react';
import type { PickItem } from './pick-list';
import { PickMenu } from './pick-menu';
import { RemovableChip } from './removable-chip';

interface PickChipsProps {
  /** All that can be chosen. What is chosen and not among them is shown by its value. */
  items: PickItem[];
  value: readonly string[];
  onChange: (values: string[]) => void;
  onSearch?: (text: string) => void;
  /** The button's words: what adding one means here. */
  addLabel: string;
  removeLabel: (name: string) => string;
  filterLabel: string;
  emptyText: string;
}

/** What is chosen as chips, and a filterable list to add one. */
export function PickChips({ items, value, onChange, addLabel, removeLabel, ...menu }: PickChipsProps) {
  const nameOf = (one: string) => items.find((item) => item.value === one)?.label ?? one;
  const left = items.filter((item) => !value.includes(item.value));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {value.map((one) => (
        <RemovableChip
          key={one}
          name={nameOf(one)}
          removeLabel={removeLabel(nameOf(one))}
          onRemove={() => onChange(value.filter((other) => other !== one))}
        />
      ))}
      {/* a search that finds nothing must not take the field away in which it is typed */}
      {left.length > 0 || menu.onSearch ? (
        <PickMenu
          trigger={
            <button
              type="button"
              aria-label={addLabel}
              className="inline-flex h-7 items-center gap-1 rounded-full border border-dashed border-line-strong px-2.5 text-small text-ink-2 hover:bg-hover hover:text-ink coarse:h-control"
            >
              <Plus aria-hidden className="size-3.5" />
              {addLabel}
            </button>
          }
          items={left}
          value={null}
          onPick={(one) => onChange([...value, one])}
          {...menu}
        />
      ) : null}
    </div>
  );
}
