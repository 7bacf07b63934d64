import { cx } from 'class-variance-authority';

/** Two jacks joined by one cord: the letter S of a switchboard. Same drawing as app/icon.svg. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" fill="none" className={cx('shrink-0', className ?? 'size-6')}>
      <rect width="32" height="32" rx="7.5" className="fill-accent" />
      <g className="text-on-accent">
        <path
          d="M20.5 9.25h-6.9a3.375 3.375 0 0 0 0 6.75h4.8a3.375 3.375 0 0 1 0 6.75h-6.9"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <circle cx="22.25" cy="9.25" r="2.9" fill="currentColor" />
        <circle cx="9.75" cy="22.75" r="2.9" fill="currentColor" />
        <circle cx="22.25" cy="9.25" r="1.1" className="fill-accent" />
        <circle cx="9.75" cy="22.75" r="1.1" className="fill-accent" />
      </g>
    </svg>
  );
}

/** Mark and name: the workspace's where customers look, the product's where its staff works. */
export function Logo({ name = 'Switchboard', className }: { name?: string; className?: string }) {
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-2', className)}>
      <LogoMark />
      <bdi className="max-w-[60vw] truncate text-heading font-[650] tracking-[-0.015em] text-ink sm:max-w-72">
        {name}
      </bdi>
    </span>
  );
}
