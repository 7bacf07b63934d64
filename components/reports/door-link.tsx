'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type DoorNow, type ReportDoor, writeDoor } from '@/lib/rules/reports';

/** Where the tickets of a number are listed. */
export const doorHref = (door: ReportDoor | DoorNow): string =>
  `/desk/all?${new URLSearchParams({ in_report: writeDoor(door) })}`;

/** A number that opens its tickets. Nothing opens where nothing was counted. */
export function DoorLink({
  door,
  empty = false,
  label,
  className,
  children,
}: {
  door: ReportDoor | DoorNow;
  empty?: boolean;
  /** When the number alone does not say what it is. */
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  if (empty) return <span className={className}>{children}</span>;
  return (
    <Link
      href={doorHref(door)}
      prefetch={false}
      aria-label={label}
      className={cx('rounded-control underline-offset-4 hover:text-accent hover:underline', className)}
    >
      {children}
    </Link>
  );
}
