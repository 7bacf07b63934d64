'use client';
import { useDirection } from '@base-ui/react/direction-provider';
import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster } from 'sonner';

/** Where short words appear after an act. Once on a page. */
export function Toasts({ onReady }: { onReady?: () => void }) {
  const { resolvedTheme } = useTheme();
  const direction = useDirection();
  // after the area's own effects: from here on it hears what is said
  useEffect(() => onReady?.(), [onReady]);
  return (
    <Toaster
      // the library's own is Alt with a letter, which belongs to browsers and menus
      hotkey={['F8']}
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      dir={direction}
      position={direction === 'rtl' ? 'bottom-right' : 'bottom-left'}
      visibleToasts={3}
      duration={6000}
      gap={8}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-center gap-3 rounded-float border border-line bg-raised px-4 py-3 text-ui text-ink shadow-float',
          content: 'min-w-0 flex-1',
          title: 'text-ui text-ink',
          description: 'mt-0.5 text-small text-ink-2',
          icon: 'shrink-0 text-ink-2 [&_svg]:size-4',
          error: '[&_[data-icon]]:text-danger',
          success: '[&_[data-icon]]:text-ok',
          actionButton:
            'order-last inline-flex h-7 shrink-0 items-center rounded-control px-2 text-small font-[550] text-accent hover:bg-hover coarse:h-control',
          cancelButton: 'order-last h-7 shrink-0 rounded-control px-2 text-small text-ink-2 hover:bg-hover',
        },
      }}
    />
  );
}
