'use client';
import type { ReactNode } from 'react';

interface StateLineProps {
  icon: ReactNode;
  /** What somebody should act upon stands out from what is merely so. */
  urgent?: boolean;
  action?: ReactNode;
  children: ReactNode;
}

/** One line below the header: how the ticket stands, and the way out of it. */
export function StateLine({ icon, urgent, action, children }: StateLineProps) {
  return (
    <div
      className={`flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t px-3 py-1 text-small md:px-5 ${
        urgent ? 'bg-sunken text-ink' : 'text-ink-2'
      }`}
    >
      {icon}
      <span className="min-w-0 flex-1 text-pretty">{children}</span>
      {action}
    </div>
  );
}
