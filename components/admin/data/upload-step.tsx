'use client';
import { cx } from 'class-variance-authority';
import { FileUp } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { FormAlert } from '@/components/auth/form-alert';
import { useUploadImport } from '@/components/data/use-imports';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { useImportProblem } from './use-import-problem';

/** Takes a file by choosing or dropping it, and sends it at once: nothing is imported before the next steps. */
export function UploadStep({ onUploaded }: { onUploaded: (id: string) => void }) {
  const t = useTranslations('data.upload');
  const format = useFormatter();
  const problem = useImportProblem();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const [over, setOver] = useState(false);
  const upload = useUploadImport(setShare);
  const send = (file: File | undefined) => {
    if (!file || upload.isPending) return;
    setShare(0);
    upload.mutate(file, { onSuccess: ({ id }) => onUploaded(id) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };

  return (
    <section aria-label={t('title')} className="mt-6 flex flex-col gap-4">
      {upload.error ? <FormAlert>{problem(upload.error)}</FormAlert> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same */}
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
        {upload.isPending ? (
          <div className="w-full max-w-96">
            <Progress
              label={t('sending')}
              value={share * 100}
              max={100}
              text={format.number(share, { style: 'percent' })}
            />
          </div>
        ) : (
          <>
            <FileUp aria-hidden className="size-6 text-ink-3" strokeWidth={1.5} />
            <Button variant="primary" onClick={() => input.current?.click()}>
              {t('choose')}
            </Button>
            <p className="max-w-[48ch] text-small text-ink-3">{t('hint')}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t('file')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
    </section>
  );
}
