'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useEditImport, useImportStep } from '@/components/data/use-imports';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import { Switch } from '@/components/ui/switch';
import type { ImportDto } from '@/lib/schemas/import';
import { BadRows } from './bad-rows';
import { useImportProblem } from './use-import-problem';

/** What the check found, and the last decision: whether to import what is good, and whether it is given out. */
export function CheckedStep({ data }: { data: ImportDto }) {
  const t = useTranslations('data.checked');
  const id = useId();
  const problem = useImportProblem();
  const edit = useEditImport(data.id);
  const step = useImportStep(data.id);
  const good = data.counts.rows - data.counts.bad;
  const error = edit.error ?? step.error;
  // saying how the file is read, as it is, goes back to the columns
  const back = () => data.options && edit.mutate({ time_zone: data.options.time_zone });
  return (
    <div className="flex flex-col gap-6">
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <p className="max-w-[64ch] text-body text-ink">
        {t('result', { rows: data.counts.rows, good, bad: data.counts.bad })}
      </p>
      <BadRows data={data} />
      {good > 0 ? (
        <div className="flex max-w-2xl items-start gap-4 border-y py-4">
          <div className="min-w-0 flex-1">
            <p id={`${id}-route`} className="text-ui font-[550] text-ink">
              {t('route')}
            </p>
            <p id={`${id}-hint`} className="text-small text-ink-3">
              {t('routeHint')}
            </p>
          </div>
          <Switch
            checked={data.route}
            onCheckedChange={(route) => edit.mutate({ route })}
            aria-labelledby={`${id}-route`}
            aria-describedby={`${id}-hint`}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {good > 0 ? (
          <Button variant="primary" pending={step.isPending} onClick={() => step.mutate('start')}>
            {t('start', { good })}
          </Button>
        ) : null}
        <Button onClick={back}>{t('back')}</Button>
      </div>
    </div>
  );
}
