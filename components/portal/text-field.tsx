import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Labelled } from './labelled';

interface Names {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface TextFieldProps {
  id: string;
  label: string;
  mark?: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: ReactNode;
  /** The control, which takes what names it. */
  children: (names: Names) => ReactNode;
}

/** A `Field` of the platform alone: customers' pages load no library for it. */
export function TextField({ id, label, mark, hint, error, children }: TextFieldProps) {
  const parts = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean);
  return (
    <Labelled id={id} label={label} mark={mark} hint={hint}>
      {children({
        id,
        'aria-describedby': parts.join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </Labelled>
  );
}
