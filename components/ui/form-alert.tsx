import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';

/** What went wrong with the whole form, above its fields; said aloud when it appears. */
export function FormAlert({ tone = 'danger', children }: { tone?: 'danger' | 'plain'; children: ReactNode }) {
  const Icon = tone === 'danger' ? CircleAlert : CircleCheck;
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={
        tone === 'danger'
          ? 'flex gap-2.5 rounded-control bg-danger-bg px-3 py-2.5 text-ui text-danger'
          : 'flex gap-2.5 rounded-control bg-selected px-3 py-2.5 text-ui text-ink'
      }
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 text-pretty">{children}</div>
    </div>
  );
}
