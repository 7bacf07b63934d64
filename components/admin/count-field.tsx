'use client';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface CountFieldProps {
  label: string;
  /** Zero is shown as nothing: what is not filled in yet. */
  value: number;
  most: number;
  error?: string | undefined;
  onChange: (value: number) => void;
}

/** Whole days or hours; nothing but digits can be typed. */
export function CountField({ label, value, most, error, onChange }: CountFieldProps) {
  return (
    <Field label={label} error={error}>
      <Input
        inputMode="numeric"
        value={value === 0 ? '' : String(value)}
        maxLength={String(most).length}
        onChange={(event) => onChange(Math.min(most, Number(event.target.value.replace(/\D/g, ''))))}
        className="tabular max-w-40"
      />
    </Field>
  );
}
