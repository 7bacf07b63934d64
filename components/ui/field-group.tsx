import type { ReactNode } from 'react';

interface FieldGroupProps {
  label: string;
  /** Stands under the controls, after any error. */
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** As a Field, for what has several controls: chips, say, and a button that adds one. */
export function FieldGroup({ label, hint, error, children }: FieldGroupProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-ui font-[550] text-ink">{label}</legend>
      {children}
      {error ? <p className="mt-1.5 text-small text-danger">{error}</p> : null}
      {hint ? <p className="mt-1.5 text-small text-ink-3 text-pretty">{hint}</p> : null}
    </fieldset>
  );
}
