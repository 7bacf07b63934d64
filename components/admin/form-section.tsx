import type { ReactNode } from 'react';

/** A part of a settings page: its name and what it does beside its controls, above them where there is no room. */
export function FormSection({
  title,
  detail,
  children,
}: {
  title: string;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-t py-7 first:border-t-0 first:pt-0">
      <h2 className="text-heading">{title}</h2>
      {detail ? <p className="mt-0.5 max-w-[60ch] text-small text-ink-2 text-pretty">{detail}</p> : null}
      <div className="mt-4 flex flex-col gap-5">{children}</div>
    </section>
  );
}
