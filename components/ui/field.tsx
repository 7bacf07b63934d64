'use client';
import { Field as Base } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface FieldProps {
  label: ReactNode;
  /** Stands under the control, before any error. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; the control is then marked invalid and described by it. */
  error?: ReactNode;
  /** Word beside the label, e.g. "optional". */
  mark?: ReactNode;
  name?: string;
  className?: string;
  children: ReactNode;
}

export function Field({ label, hint, error, mark, name, className, children }: FieldProps) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={className ?? 'flex flex-col gap-1.5'}>
      <Base.Label className="flex items-baseline gap-2 text-ui font-[550] text-ink">
        {label}
        {mark ? <span className="text-micro text-ink-3">{mark}</span> : null}
      </Base.Label>
      {children}
      {error ? (
        <Base.Error match={true} className="flex items-start gap-1.5 text-small text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>{error}</span>
        </Base.Error>
      ) : null}
      {hint ? <Base.Description className="text-small text-ink-3">{hint}</Base.Description> : null}
    </Base.Root>
  );
}
