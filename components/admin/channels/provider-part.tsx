import type { ReactNode } from 'react';

interface ProviderPartProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** In a channel's form: what is to be done at the provider, not here. */
export function ProviderPart({ title, hint, children }: ProviderPartProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-y py-4">
      <div>
        <h3 className="text-ui font-[550] text-ink">{title}</h3>
        {hint ? <p className="mt-0.5 text-small text-ink-3 text-pretty">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}
