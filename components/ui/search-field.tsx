import { cx } from 'class-variance-authority';
import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { Input } from './input';

interface SearchFieldProps {
  /** Name and placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

/** The box that narrows a list while one types. */
export function SearchField({ label, value, onChange, ref, className }: SearchFieldProps) {
  return (
    <div className={cx('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
      />
      <Input
        ref={ref}
        type="search"
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        aria-label={label}
        placeholder={label}
        className="ps-8.5"
      />
    </div>
  );
}
