'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import { useRef } from 'react';
import { Kbd } from './kbd';
import type { Tip } from './watch-tips';

interface TooltipPartProps {
  open: boolean;
  tip: Tip | null;
  onClose: () => void;
}

/** The one tooltip of a page: see `Tooltips`, which brings this file with the first. */
export function TooltipPart({ open, tip, onClose }: TooltipPartProps) {
  // what goes still has its words
  const last = useRef(tip);
  if (tip) last.current = tip;
  const shown = last.current;
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={shown?.anchor} side={shown?.side} sideOffset={6} className="z-50">
          <Base.Popup
            data-tip-popup=""
            className="float-motion flex max-w-72 items-center gap-2 rounded-control border border-line bg-raised px-2 py-1 text-micro text-ink shadow-float"
          >
            {shown?.label}
            {shown?.shortcut ? <Kbd>{shown.shortcut}</Kbd> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
