import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface LabFrameProps {
  name: string;
  icon: LucideIcon;
  title: string;
  lead: string;
  children: ReactNode;
}

/** One apparatus on the bench. What is inside fills it and scrolls for itself. */
export function LabFrame({ name, icon: Icon, title, lead, children }: LabFrameProps) {
  return (
    <section
      aria-labelledby={`lab-${name}`}
      className="flex h-[min(42rem,calc(100dvh-3rem))] min-h-[34rem] min-w-0 flex-col overflow-hidden rounded-float border border-line bg-surface"
    >
      <header className="flex items-start gap-3 border-b border-line px-4 py-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" strokeWidth={1.75} />
        <div className="min-w-0">
          <h2 id={`lab-${name}`} className="text-heading text-ink">
            {title}
          </h2>
          <p className="text-small text-ink-2 text-pretty">{lead}</p>
        </div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </section>
  );
}
