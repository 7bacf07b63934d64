'use client';
import { Dialog } from '@base-ui/react/dialog';
import { cx } from 'class-variance-authority';
import { Command } from 'cmdk';
import { ChevronRight, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { commandContext, type PalettePage } from '../command-context';
import { targetOf } from '../registry';
import { AssignPage } from './assign-page';
import { PriorityPage, StatusPage } from './choice-pages';
import { PaletteContext } from './palette-context';
import { RootPage } from './root-page';
import { TagPage } from './tag-page';
import { TicketPreview, ticketOf } from './ticket-preview';

interface PaletteProps {
  page: PalettePage;
  onPage: (page: PalettePage | null) => void;
}

/**
 * Everything that can be done now, by typing some of its words: a dialog with a combobox over a listbox. What is
 * chosen runs when the palette is gone and the focus is back where it was.
 */
export function Palette({ page, onPage }: PaletteProps) {
  const t = useTranslations('commands.palette');
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState('');
  const [found, setFound] = useState(false);
  const opener = useRef(document.activeElement);
  const context = useRef(commandContext()).current;
  const target = targetOf(context);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const lines = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  const settle = () => {
    const first = lines.current?.querySelector<HTMLElement>('[cmdk-item]')?.dataset.value;
    if (!isMoved.current && first !== undefined) setActive(first);
  };
  const type = (text: string) => {
    isMoved.current = false;
    setTyped(text);
  };

  useEffect(
    () => () => {
      const { current } = opener;
      if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true });
    },
    [],
  );
  const run = (act: () => void) => {
    onPage(null);
    setTimeout(act);
  };
  const turn = (next: PalettePage) => {
    type('');
    onPage(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) isMoved.current = true;
    const isToggle = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (isToggle) {
      event.preventDefault();
      onPage(null);
    } else if (event.key === 'Backspace' && typed === '' && page !== 'root') {
      event.preventDefault();
      turn('root');
    }
  };
  const number = ticketOf(active);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onPage(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label={t('label')}
          finalFocus={false}
          className={cx(
            'fixed inset-x-0 top-0 z-40 mx-auto flex max-h-dvh w-full flex-col overflow-hidden border-line bg-raised text-ink shadow-float outline-none sm:top-[12dvh] sm:max-h-[72dvh] sm:rounded-float sm:border',
            found ? 'sm:max-w-152 lg:max-w-232' : 'sm:max-w-152',
          )}
        >
          <Command
            label={t('label')}
            shouldFilter={false}
            loop
            value={active}
            onValueChange={setActive}
            onKeyDown={onKeyDown}
            className="flex min-h-0 flex-1 flex-col outline-none"
          >
            <div className="flex items-center gap-2 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              {page === 'root' ? null : (
                <span className="inline-flex shrink-0 items-center gap-1 rounded-control bg-sunken px-2 py-0.5 text-small text-ink-2">
                  {t(`page.${page}`, {
                    count: target?.tickets.length ?? 0,
                    number: `#${target?.tickets[0]?.number}`,
                    all: String(target?.isAll ?? false),
                  })}
                  <ChevronRight aria-hidden className="size-3.5 rtl:-scale-x-100" />
                </span>
              )}
              <Command.Input
                autoFocus
                value={typed}
                onValueChange={type}
                maxLength={200}
                aria-label={t(page === 'root' ? 'label' : `ask.${page}`)}
                placeholder={t(page === 'root' ? 'placeholder' : `ask.${page}`)}
                className="h-12 w-full min-w-0 bg-transparent text-input text-ink outline-none placeholder:text-ink-3"
              />
              <span className="hidden shrink-0 pointer-fine:inline">
                <Kbd>Esc</Kbd>
              </span>
              <Dialog.Close className="h-control shrink-0 rounded-control px-2 text-small text-ink-2 pointer-fine:hidden">
                {t('close')}
              </Dialog.Close>
            </div>
            <div ref={setPlace} className="px-1.5" />
            <div className="flex min-h-0 flex-1">
              <PaletteContext
                value={{
                  typed: typed.trim(),
                  context,
                  target,
                  run,
                  turn,
                  type,
                  settle,
                  place,
                  onFound: setFound,
                }}
              >
                <Command.List
                  ref={lines}
                  label={t('label')}
                  onPointerMove={() => {
                    isMoved.current = true;
                  }}
                  className="scrolling min-h-0 flex-1 p-1.5 sm:min-h-72"
                >
                  {page === 'root' ? <RootPage /> : null}
                  {page === 'assign' ? <AssignPage /> : null}
                  {page === 'status' ? <StatusPage /> : null}
                  {page === 'priority' ? <PriorityPage /> : null}
                  {page === 'tags' ? <TagPage /> : null}
                </Command.List>
              </PaletteContext>
              {found ? (
                <div className="hidden w-80 shrink-0 border-s border-line bg-canvas lg:block">
                  {number === null ? null : <TicketPreview number={number} />}
                </div>
              ) : null}
            </div>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
