/** The first stops of Tab on a page; unseen until focused. */
export function SkipLinks({ links }: { links: { href: `#${string}`; label: string }[] }) {
  return (
    <div className="pointer-events-none fixed start-2 top-0 z-50 flex gap-2">
      {links.map((link) => (
        <a
          key={link.href}
          href={link.href}
          className="-translate-y-full rounded-b-control bg-accent px-3 py-2 text-ui text-on-accent focus:pointer-events-auto focus:translate-y-0"
        >
          {link.label}
        </a>
      ))}
    </div>
  );
}
