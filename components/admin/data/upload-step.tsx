'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useUploadImport } from '@/components/data/use-imports';
import { FormAlert } from '@/components/ui/form-alert';
import { DropFile } from './drop-file';
import { useImportProblem } from './use-import-problem';

/** Takes a file by choosing or dropping it, and sends it at once: nothing is imported before the next steps. */
export function UploadStep({ onUploaded }: { onUploaded: (id: string) => void }) {
  const t = useTranslations('data.upload');
  const problem = useImportProblem();
  const [share, setShare] = useState(0);
  const upload = useUploadImport(setShare);
  const send = (file: File) => {
    setShare(0);
    upload.mutate(file, { onSuccess: ({ id }) => onUploaded(id) });
  };
  return (
    <section aria-label={t('title')} className="mt-6 flex flex-col gap-4">
      {upload.error ? <FormAlert>{problem(upload.error)}</FormAlert> : null}
      <DropFile hint={t('hint')} sending={upload.isPending ? share : null} onFile={send} />
    </section>
  );
}
