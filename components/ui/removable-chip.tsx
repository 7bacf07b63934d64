'use client';
import { X } from 'lucide-react';

interface RemovableChipProps {
  name: string;
  removeLabel: string;
  onRemove: () => void;
}

/** One of several chosen things, with the button that takes it out. */
export function RemovableChip({ name, removeLabel, onRemove }: RemovableChipProps) {
  return (
    <span className="chip-edge inline-flex h-7 max-w-full items-center gap-1 rounded-full bg-sunken ps-2.5 pe-1 text-small text-ink coarse:h-control">
      <bdi className="truncate">{name}</bdi>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-full text-ink-3 hover:text-ink coarse:size-9"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
