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

/** The current one has a line under it as well as darker ink. */
export function NavLink({ href, className, children }: NavLinkProps) {
  const current = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'relative inline-flex h-9 items-center rounded-control px-2 text-ui coarse:h-control',
        current
          ? "font-[550] text-ink after:absolute after:inset-x-2 after:bottom-0.5 after:h-0.5 after:bg-accent after:content-['']"
          : 'text-ink-2 hover:bg-hover hover:text-ink',
        className,
      )}
    >
      {children}
    </Link>
  );
}
