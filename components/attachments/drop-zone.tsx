'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';

interface DropZoneProps {
  onFiles: (files: File[]) => void;
  className?: string;
  children: ReactNode;
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/**
 * Files that are dropped on what stands in it, or pasted into it (a screenshot), go to `onFiles`. Text that is pasted
 * beside a picture of itself, as tables are, stays text.
 */
export function DropZone({ onFiles, className, children }: DropZoneProps) {
  const t = useTranslations('attachments');
  const [over, setOver] = useState(false);
  // each element under the pointer says enter and leave of its own
  const depth = useRef(0);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard's way in the button to attach
    <div
      className={cx('relative', className)}
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        depth.current++;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (holdsFiles(event) && --depth.current <= 0) leave();
      }}
      onDragOver={(event) => {
        if (holdsFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        leave();
        onFiles([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        const files = pastedFiles(event);
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
    >
      {children}
      {over ? (
        <div className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center rounded-control border-2 border-dashed border-accent bg-selected/90 text-ui font-[600] text-accent">
          {t('drop')}
        </div>
      ) : null}
    </div>
  );
}

/** Files of a paste that is about files; for editors that handle pasting themselves. */
export function pastedFiles({ clipboardData }: Pick<ClipboardEvent, 'clipboardData'>): File[] {
  return clipboardData.types.includes('text/plain') ? [] : [...clipboardData.files];
}
