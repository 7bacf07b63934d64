import type { ReactNode } from 'react';

/** Title at the start side, form at the other; sections parted by a line, never by a box. */
export function AccountSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-5 border-t border-line py-8 md:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="text-heading">
          {title}
        </h2>
        <p className="mt-0.5 text-small text-ink-2 text-pretty">{lead}</p>
      </div>
      <div>{children}</div>
    </section>
  );
}
