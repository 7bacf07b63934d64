'use client';
import { useId } from 'react';
import { Switch } from './switch';

interface LabelledSwitchProps {
  label: string;
  /** What it does, where the label alone does not say. */
  hint?: string;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** A switch with its words beside it. */
export function LabelledSwitch({ label, hint, checked, onCheckedChange }: LabelledSwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Switch
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        onCheckedChange={onCheckedChange}
      />
      <div className="max-w-[60ch]">
        <p id={id} className="text-ui text-ink">
          {label}
        </p>
        {hint ? (
          <p id={`${id}-hint`} className="mt-0.5 text-small text-ink-3 text-pretty">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
