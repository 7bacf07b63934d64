'use client';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface PointsFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  /** The largest number that can be typed. */
  most?: number;
  error?: string | undefined;
}

/** A small whole number with its name. What is emptied is 0. */
export function PointsField({ label, value, onChange, most = 20, error }: PointsFieldProps) {
  return (
    <Field label={label} error={error} className="flex min-w-20 flex-col gap-1.5">
      <Input
        inputMode="numeric"
        value={String(value)}
        maxLength={String(most).length}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(Math.min(most, Number(event.target.value.replace(/\D/g, ''))))}
        className="tabular max-w-20"
      />
    </Field>
  );
}
