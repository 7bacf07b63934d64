import { Field } from '@/components/ui/field';
import { Input, type InputProps } from '@/components/ui/input';

export interface TextFieldProps extends Omit<InputProps, 'value' | 'onChange'> {
  label: string;
  hint?: string | undefined;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A line of text with its label. What people write themselves wants `dir="auto"`. */
export function TextField({ label, hint, error, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input dir="ltr" autoComplete="off" onChange={(event) => onChange(event.target.value)} {...input} />
    </Field>
  );
}
