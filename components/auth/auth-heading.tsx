'use client';
import { type ReactNode, useEffect, useRef } from 'react';

/** Title of a step. When a step follows another, focus goes here, so that it is read and Tab starts at its form. */
export function AuthHeading({
  title,
  step,
  focus,
  children,
}: {
  title: string;
  step?: string;
  focus?: boolean;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <div className="mb-7">
      {step ? <p className="mb-1.5 text-small text-ink-3 tabular">{step}</p> : null}
      <h1 ref={heading} tabIndex={-1} className="text-display text-balance outline-none">
        {title}
      </h1>
      {children ? <div className="mt-2 text-body text-ink-2 text-pretty">{children}</div> : null}
    </div>
  );
}
