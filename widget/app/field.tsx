/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { t } from './boot';

interface FieldProps {
  id: string;
  label: string;
  optional?: boolean;
  hint?: string;
  error?: string | null;
  children: ComponentChildren;
}

/** A control with its words; the control bears `id`, and `aria-describedby` from `describes`. */
export function Field({ id, label, optional = false, hint, error, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional ? <span class="optional"> {t('optional')}</span> : null}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} class="error">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** What a control says of itself beside its label. */
export const describes = (id: string, error: string | null | undefined, hint = false) => ({
  ...{ id, 'aria-invalid': error ? true : undefined },
  'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
});
