'use client';
import { useId } from 'react';
import { Switch } from '@/components/ui/switch';

interface SwitchRowProps {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}

/** A switch with its words beside it. */
export function SwitchRow({ label, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <Switch aria-labelledby={id} checked={checked} onCheckedChange={onChange} />
      <span id={id} className="text-ui text-ink">
        {label}
      </span>
    </div>
  );
}
