'use client';
import { cx } from 'class-variance-authority';

interface ToggleGroupProps<T extends string> {
  label: string;
  /** None chosen means all. */
  value: readonly T[];
  onChange: (value: T[]) => void;
  items: readonly { value: T; label: string }[];
}

/** Several of a few: each is a button that stays pressed. */
export function ToggleGroup<T extends string>({ label, value, onChange, items }: ToggleGroupProps<T>) {
  const toggled = (one: T) =>
    value.includes(one) ? value.filter((other) => other !== one) : [...value, one];
  return (
    <fieldset>
      <legend className="mb-1.5 text-ui font-[550] text-ink">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {items.map((item) => (
          <button
            key={item.value}
            type="button"
            aria-pressed={value.includes(item.value)}
            onClick={() => onChange(toggled(item.value))}
            className={cx(
              'inline-flex h-7 items-center rounded-full border px-2.5 text-small coarse:h-control',
              value.includes(item.value)
                ? 'border-accent bg-selected font-[600] text-ink'
                : 'border-line-strong text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            {item.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
