'use client';
import { cx } from 'class-variance-authority';
import { FileUp } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';

interface DropFileProps {
  hint: string;
  /** The share of the file that is sent while one is, 0 to 1. */
  sending: number | null;
  onFile: (file: File) => void;
}

/** Takes a CSV file by choosing or dropping it. */
export function DropFile({ hint, sending, onFile }: DropFileProps) {
  const t = useTranslations('data.upload');
  const format = useFormatter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && sending === null) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex min-h-44 flex-col items-center justify-center gap-3 rounded-float border border-dashed px-6 py-8 text-center',
        over ? 'border-accent bg-selected' : 'border-line-strong bg-canvas',
      )}
    >
      {sending === null ? (
        <>
          <FileUp aria-hidden className="size-6 text-ink-3" strokeWidth={1.5} />
          <Button variant="primary" onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <p className="max-w-[48ch] text-small text-ink-3">{hint}</p>
        </>
      ) : (
        <div className="w-full max-w-96">
          <Progress
            label={t('sending')}
            value={sending * 100}
            max={100}
            text={format.number(sending, { style: 'percent' })}
          />
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={t('file')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
