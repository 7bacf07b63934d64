'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useImportFacts } from '@/components/data/use-customers';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { PageHead } from '../page-head';
import { DropFile } from './drop-file';
import { FactsReport } from './facts-report';
import { useImportProblem } from './use-import-problem';

/** What another program knows about customers, from a table: its name, the file, what it will change, and that it did. */
export function FactsPage() {
  const t = useTranslations('data.facts');
  const problem = useImportProblem();
  const [source, setSource] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [share, setShare] = useState(0);
  const load = useImportFacts(setShare);
  const look = (file: File) => {
    setAsked(source.trim() === '');
    if (source.trim() !== '') load.mutate({ source: source.trim(), file, isPreview: true });
  };
  const { data, variables, isPending, error } = load;
  const isLooking = data !== undefined && variables?.isPreview === true;
  return (
    <>
      <PageHead title={t('title')} detail={t('detail')} />
      <div className="mt-6 flex max-w-3xl flex-col gap-5">
        <Field
          label={t('source')}
          hint={t('sourceHint')}
          error={isAsked && source.trim() === '' ? t('sourceMissing') : undefined}
        >
          <Input
            value={source}
            maxLength={60}
            placeholder={t('sourceExample')}
            onChange={(event) => {
              setSource(event.target.value);
              // what was looked at was another source's
              load.reset();
            }}
            className="max-w-80"
          />
        </Field>
        {error ? <FormAlert>{problem(error)}</FormAlert> : null}
        <DropFile hint={t('hint')} sending={isPending ? share : null} onFile={look} />
        {data ? (
          <div className="flex flex-col gap-6">
            {isLooking ? (
              <h2 className="text-heading">{t('preview.title')}</h2>
            ) : (
              <FormAlert tone="plain">{t('done')}</FormAlert>
            )}
            <FactsReport report={data} />
            {isLooking && data.updated === 0 ? (
              <p className="text-ui text-ink-2">{t('preview.none')}</p>
            ) : null}
            {isLooking && data.updated + data.unchanged > 0 ? (
              <Button
                variant={data.updated > 0 ? 'primary' : 'secondary'}
                className="self-start"
                onClick={() => load.mutate({ ...variables, isPreview: false })}
              >
                {data.updated > 0 ? t('preview.apply', { count: data.updated }) : t('preview.renew')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  );
}
