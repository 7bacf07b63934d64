'use client';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { FormerImports } from './former-imports';
import { ImportView } from './import-view';
import { UploadStep } from './upload-step';

/** An import from the file to its end on one page; the address names it, so that a reload goes on. */
export function ImportPage() {
  const t = useTranslations('data.import');
  const [id, setId] = useQueryState('import', parseAsString.withOptions({ history: 'push' }));
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <p className="mt-1 max-w-[64ch] text-ui text-ink-2">{t('detail')}</p>
      {id ? (
        <ImportView key={id} id={id} onLeave={() => void setId(null)} />
      ) : (
        <>
          <UploadStep onUploaded={(made) => void setId(made)} />
          <FormerImports onOpen={(one) => void setId(one)} />
        </>
      )}
    </>
  );
}
