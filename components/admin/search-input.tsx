import { Search } from 'lucide-react';
import { Input } from '@/components/ui/input';

interface SearchInputProps {
  /** Name and placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** The box that narrows a list while one types. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  return (
    <div className="relative min-w-56 flex-1 sm:max-w-sm">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
      />
      <Input
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
