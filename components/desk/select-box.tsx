'use client';
import { cx } from 'class-variance-authority';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';

interface SelectBoxProps {
  subject: string;
  selected: boolean;
  compact: boolean;
  onSelect: (range: boolean) => void;
}

/** A checkbox to the mouse and to screen readers; keys have X and Space, so it is no tab stop of its own. */
export function SelectBox({ subject, selected, compact, onSelect }: SelectBoxProps) {
  const v = useTranslations('views.row');
  return (
    // biome-ignore lint/a11y/useSemanticElements: Shift with the press is asked for, which an input does not tell
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={v('select', { subject })}
      tabIndex={-1}
      onClick={(event: MouseEvent) => onSelect(event.shiftKey)}
      className={cx(
        'group flex w-9 items-start justify-center coarse:w-11',
        compact ? 'h-8 pt-1.5' : 'h-11 pt-3',
      )}
    >
      <span
        className={cx(
          'flex size-4 items-center justify-center rounded-[4px] border',
          selected
            ? 'border-accent bg-accent text-on-accent'
            : 'border-line-strong bg-surface group-hover:border-ink-2',
        )}
      >
        {selected ? <Check aria-hidden className="size-3" strokeWidth={3} /> : null}
      </span>
    </button>
  );
}
