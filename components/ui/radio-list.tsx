'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';

interface RadioListProps<T extends string> {
  /** Name of the whole, for who does not see the heading above it. */
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  items: { value: T; label: string; hint?: string }[];
}

/** One of a few, each with what it means: for choices whose effect must be read before they are made. */
export function RadioList<T extends string>({ label, value, onValueChange, items }: RadioListProps<T>) {
  const id = useId();
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as T)}
      className="flex flex-col"
    >
      {items.map((item) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio below brings its own input
        <label
          key={item.value}
          className="flex cursor-pointer gap-3 rounded-control px-2 py-2.5 -mx-2 hover:bg-hover"
        >
          <Radio.Root
            value={item.value}
            aria-labelledby={`${id}-${item.value}`}
            aria-describedby={item.hint ? `${id}-${item.value}-hint` : undefined}
            className="mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-checked:border-accent"
          >
            <Radio.Indicator className="size-2.5 rounded-full bg-accent" />
          </Radio.Root>
          <span>
            <span id={`${id}-${item.value}`} className="block text-ui font-[550]">
              {item.label}
            </span>
            {item.hint ? (
              <span id={`${id}-${item.value}-hint`} className="block text-small text-ink-2 text-pretty">
                {item.hint}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
