'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface NavLinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

/** A line under the current one, as well as darker ink. */
export function NavLink({ href, className, children }: NavLinkProps) {
  const current = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'inline-flex h-9 items-center rounded-control px-2 text-ui underline-offset-8 coarse:h-control',
        current
          ? 'font-[550] text-ink underline decoration-accent decoration-2'
          : 'text-ink-2 hover:bg-hover hover:text-ink',
        className,
      )}
    >
      {children}
    </Link>
  );
}
