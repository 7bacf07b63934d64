import { ExternalLink } from 'lucide-react';
import { safeHref } from '@/lib/rules/safe-href';

/** Where else a customer is known. Addresses were checked when they were written, and are again before they are links. */
export function CustomerLinks({ links }: { links: readonly { label: string; url: string }[] }) {
  if (links.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 pt-1">
      {links.map(({ label, url }) => {
        const href = safeHref(url);
        return (
          <li key={`${label} ${url}`} className="min-w-0 text-small">
            {href ? (
              <a
                href={href}
                target="_blank"
                rel="noopener noreferrer nofollow"
                title={url}
                className="inline-flex max-w-full items-center gap-1.5 rounded-control text-accent hover:underline"
              >
                <bdi className="truncate">{label}</bdi>
                <ExternalLink aria-hidden className="size-3 shrink-0 rtl:-scale-x-100" />
              </a>
            ) : (
              <bdi className="text-ink-2">{label}</bdi>
            )}
          </li>
        );
      })}
    </ul>
  );
}
