import Link from 'next/link';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/portal/language-switch';
import { AccentStyle } from '@/components/ui/accent-style';
import { Logo } from '@/components/ui/logo';
import { Board } from './board';

interface AuthShellProps {
  /** Whose door it is: the workspace's name and colour. */
  name: string;
  accent: string | null;
  children: ReactNode;
}

/** The frame of every page before one is signed in: a form on the start side, the board on the other. */
export function AuthShell({ name, accent, children }: AuthShellProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,44%)]">
      <AccentStyle accent={accent} />
      <div className="flex flex-col bg-surface px-6 py-6 sm:px-10">
        <header className="flex items-center justify-between gap-4">
          <Link href="/" className="inline-flex rounded-control">
            <Logo name={name} />
          </Link>
          <LanguageSwitch />
        </header>
        <main id="content" className="mx-auto flex w-full max-w-[25rem] flex-1 flex-col justify-center py-12">
          {children}
        </main>
      </div>
      <div className="sticky top-0 hidden h-dvh overflow-hidden border-s border-line bg-canvas lg:block">
        <Board className="absolute inset-0 size-full" />
      </div>
    </div>
  );
}
