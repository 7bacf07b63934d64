import type { ReactNode } from 'react';

/** Title of an admin page, what it is for, and the one thing to do there. */
export function PageHead({ title, detail, action }: { title: string; detail: string; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-display">{title}</h1>
        <p className="mt-1 max-w-[60ch] text-ui text-ink-2 text-pretty">{detail}</p>
      </div>
      {action}
    </div>
  );
}
