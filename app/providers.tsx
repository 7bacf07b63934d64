'use client';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { type ReactNode, useState } from 'react';
import { makeQueryClient } from '@/components/data/make-query-client';
import { Tooltips } from '@/components/ui/tooltips';

interface ProvidersProps {
  nonce: string | undefined;
  /** In which the page's language runs: menus open, and arrow keys walk, to its side. */
  direction: 'ltr' | 'rtl';
  children: ReactNode;
}

/**
 * What every page may use. The live connection is not here: only signed-in layouts open one. Nor are toasts and state
 * in the address, which customers' pages do without.
 */
export function Providers({ nonce, direction, children }: ProvidersProps) {
  const [client] = useState(makeQueryClient);
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      <QueryClientProvider client={client}>
        <DirectionProvider direction={direction}>
          {children}
          <Tooltips />
        </DirectionProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
