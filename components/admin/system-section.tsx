import { type ReactNode, useId } from 'react';

export function SystemSection({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-heading">
        {title}
      </h2>
      {lead ? <p className="mt-1 max-w-[60ch] text-ui text-ink-2 text-pretty">{lead}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  );
}
