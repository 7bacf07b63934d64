import type { ReactNode } from 'react';

interface LabelledProps {
  id: string;
  label: string;
  mark?: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A label and a hint around a native control, which names them by `id` and `${id}-hint`. Looks like a Field. */
export function Labelled({ id, label, mark, hint, children }: LabelledProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="flex items-baseline gap-2 text-ui font-[550] text-ink">
        {label}
        {mark ? <span className="text-micro text-ink-3">{mark}</span> : null}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-small text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
