'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useImportFacts } from '@/components/data/use-customers';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { factWords } from '@/lib/rules/import-words';
import type { FactReportDto } from '@/lib/schemas/customer-facts';
import type { Locale } from '@/lib/schemas/values';
import { PageHead } from '../page-head';
import { DropFile } from './drop-file';
import { Figures } from './figures';
import { useImportProblem } from './use-import-problem';

/** What another program knows about customers, from a table: its name, the file, and what came of it. */
export function FactsPage() {
  const t = useTranslations('data.facts');
  const problem = useImportProblem();
  const [source, setSource] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [share, setShare] = useState(0);
  const load = useImportFacts(setShare);
  const send = (file: File) => {
    setAsked(source.trim() === '');
    if (source.trim() === '') return;
    setShare(0);
    load.mutate({ source: source.trim(), file });
  };
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
            onChange={(event) => setSource(event.target.value)}
            className="max-w-80"
          />
        </Field>
        {load.error ? <FormAlert>{problem(load.error)}</FormAlert> : null}
        <DropFile hint={t('hint')} sending={load.isPending ? share : null} onFile={send} />
        {load.data && !load.isPending ? <Report report={load.data} /> : null}
      </div>
    </>
  );
}

const SHOWN = 50;

function Report({ report }: { report: FactReportDto }) {
  const t = useTranslations('data.facts');
  const b = useTranslations('data.bad');
  const locale = useLocale() as Locale;
  const { updated, unchanged, skipped, errors } = report;
  return (
    <div className="flex flex-col gap-6">
      <div role="status">
        <Figures
          figures={[
            [t('updated'), updated],
            [t('unchanged'), unchanged],
            [t('skipped'), skipped],
          ]}
        />
      </div>
      {errors.length > 0 ? (
        <section aria-label={b('title')} className="flex flex-col gap-3">
          <h2 className="text-heading">{b('title')}</h2>
          <ol className="border-t">
            {errors.slice(0, SHOWN).map(({ line, rule }) => (
              <li key={line} className="flex gap-4 border-b py-2 text-small">
                <span className="tabular w-20 shrink-0 text-ink-3">{b('line', { line })}</span>
                <span className="min-w-0 text-ink">{factWords(rule, locale)}</span>
              </li>
            ))}
          </ol>
          {skipped > SHOWN ? (
            <p className="text-small text-ink-3">{t('moreRows', { count: skipped - SHOWN })}</p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
