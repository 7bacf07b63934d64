import { Field } from '@/components/ui/field';
import { Select, type SelectItem } from '@/components/ui/select';

interface SelectFieldProps<T extends string> {
  label: string;
  hint?: string | undefined;
  error: string | undefined;
  value: T;
  onChange: (value: T) => void;
  items: SelectItem<T>[];
}

/** One of several, with its label. */
export function SelectField<T extends string>({
  label,
  hint,
  error,
  value,
  onChange,
  items,
}: SelectFieldProps<T>) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Select value={value} onValueChange={onChange} items={items} />
    </Field>
  );
}
