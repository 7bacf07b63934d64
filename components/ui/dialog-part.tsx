'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { cx } from 'class-variance-authority';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './icon-button';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** For what is read in columns. */
  wide?: boolean;
  children: ReactNode;
}

/** The dialog itself: see `dialog.tsx`, which brings this file when one is opened. */
export function DialogPart({ open, onOpenChange, title, description, wide = false, children }: DialogProps) {
  const t = useTranslations('common');
  const popup = useRef<HTMLDivElement>(null);
  // Where one writes first; on a phone the title, or the keyboard would hide half of the form.
  const firstField = (by: string) =>
    (by !== 'touch' && popup.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')) ||
    popup.current;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-160 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto p-0 sm:p-8">
          <Base.Popup
            initialFocus={firstField}
            ref={popup}
            className={cx(
              'float-motion relative min-h-dvh w-full bg-raised shadow-float outline-none sm:my-auto sm:min-h-0 sm:rounded-float sm:border sm:border-line',
              wide ? 'sm:max-w-3xl' : 'sm:max-w-xl',
            )}
          >
            <header className="flex items-start gap-4 px-6 pt-5 pb-1">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-title text-ink">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-1 text-ui text-ink-2">{description}</Base.Description>
                ) : null}
              </div>
              <Base.Close
                render={
                  <IconButton
                    label={t('close')}
                    icon={<X aria-hidden className="size-4" />}
                    className="-me-2"
                  />
                }
              />
            </header>
            <div className="px-6 pt-3 pb-6">{children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
