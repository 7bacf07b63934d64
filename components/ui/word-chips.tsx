'use client';
import { useState } from 'react';
import { Input } from './input';
import { RemovableChip } from './removable-chip';

interface WordChipsProps {
  value: readonly string[];
  onChange: (words: string[]) => void;
  /** Name of the box. */
  label: string;
  placeholder: string;
  removeLabel: (word: string) => string;
  maxLength: number;
  most: number;
  /** Capitals stay: names rather than keywords. */
  asTyped?: boolean;
}

/** Free words: each typed and ended with Enter or a comma becomes a chip. What is left in the box counts as well. */
export function WordChips({
  value,
  onChange,
  label,
  placeholder,
  removeLabel,
  maxLength,
  most,
  asTyped = false,
}: WordChipsProps) {
  const [text, setText] = useState('');
  const add = () => {
    const words = text
      .split(',')
      .map((word) => word.trim().replace(/\s+/g, ' ').slice(0, maxLength))
      .map((word) => (asTyped ? word : word.toLowerCase()))
      .filter((word) => word !== '');
    setText('');
    if (words.length > 0) onChange([...new Set([...value, ...words])].slice(0, most));
  };
  return (
    <div className="flex flex-col gap-2">
      {value.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">
          {value.map((word) => (
            <RemovableChip
              key={word}
              name={word}
              removeLabel={removeLabel(word)}
              onRemove={() => onChange(value.filter((other) => other !== word))}
            />
          ))}
        </div>
      ) : null}
      <Input
        value={text}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== ',') || text.trim() === '') return;
          event.preventDefault();
          add();
        }}
      />
    </div>
  );
}
