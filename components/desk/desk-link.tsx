'use client';
import type { ComponentProps } from 'react';

/** A link inside the desk: a plain click stays in the page, every other click is the browser's. */
export function DeskLink({ onGo, ...props }: ComponentProps<'a'> & { href: string; onGo: () => void }) {
  return (
    <a
      {...props}
      onClick={(event) => {
        props.onClick?.(event);
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onGo();
      }}
    />
  );
}
