'use client';
import Link from 'next/link';
import type { ComponentProps } from 'react';

interface DeskLinkProps extends Omit<ComponentProps<typeof Link>, 'onNavigate' | 'prefetch'> {
  onGo: () => void;
}

/** A link inside the desk: a plain click stays in the page, every other click is the browser's. */
export function DeskLink({ onGo, ...props }: DeskLinkProps) {
  return (
    <Link
      {...props}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        onGo();
      }}
    />
  );
}
