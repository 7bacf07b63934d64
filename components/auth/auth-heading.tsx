import type { ReactNode } from 'react';

/** Title of a step and what it asks for. */
export function AuthHeading({
  title,
  step,
  children,
}: {
  title: string;
  step?: string;
  children?: ReactNode;
}) {
  return (
    <div className="mb-7">
      {step ? <p className="mb-1.5 text-small text-ink-3 tabular">{step}</p> : null}
      <h1 className="text-display text-balance">{title}</h1>
      {children ? <div className="mt-2 text-body text-ink-2 text-pretty">{children}</div> : null}
    </div>
  );
}
