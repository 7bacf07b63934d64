'use client';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStored } from './use-stored';

interface ContextSectionProps {
  name: string;
  title: string;
  closed?: boolean;
  children: ReactNode;
}

/** Opens and closes; the browser remembers which ones this person keeps open. */
export function ContextSection({ name, title, closed, children }: ContextSectionProps) {
  const [state, set] = useStored<'open' | 'closed'>(`context:${name}`, closed ? 'closed' : 'open');
  return (
    <details
      open={state === 'open'}
      onToggle={(event) => {
        // also told of when it is drawn open
        const now = event.currentTarget.open ? 'open' : 'closed';
        if (now !== state) set(now);
      }}
      className="group border-b"
    >
      <summary className="flex h-10 cursor-pointer list-none items-center gap-1.5 px-5 text-small font-[600] text-ink-2 hover:text-ink focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="-ms-1 size-3.5 transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
        />
        <h3>{title}</h3>
      </summary>
      <div className="px-5 pb-4">{children}</div>
    </details>
  );
}

/** One fact: its name, and what it is. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-x-3 py-1">
      <dt className="text-small text-ink-3">{label}</dt>
      <dd className="min-w-0 text-small text-ink wrap-anywhere">{children}</dd>
    </div>
  );
}
