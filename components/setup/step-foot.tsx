import type { ReactNode } from 'react';

/** The way on, and the way around. */
export function StepFoot({ children }: { children: ReactNode }) {
  return <div className="mt-8 flex flex-wrap items-center gap-2 border-t pt-5">{children}</div>;
}
