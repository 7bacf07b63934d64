'use client';
import { Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useImportStep } from '@/components/data/use-imports';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormAlert } from '@/components/ui/form-alert';
import type { ImportDto } from '@/lib/schemas/import';
import { BadRows } from './bad-rows';
import { Figures } from './figures';
import { useImportProblem } from './use-import-problem';

/** What came of an import, or of taking it back. */
export function DoneStep({ data, onLeave }: { data: ImportDto; onLeave: () => void }) {
  const t = useTranslations('data.done');
  const { counts, undo, state } = data;
  return (
    <div className="flex flex-col gap-6">
      {state === 'undone' && undo ? (
        <div role="status">
          <Figures
            figures={[
              [t('removed'), undo.removed],
              [t('customersGone'), undo.customers],
              [t('kept'), undo.kept],
            ]}
          />
        </div>
      ) : (
        <div role="status">
          <Figures
            figures={[
              [t('imported'), counts.imported],
              [t('conversations'), counts.conversations],
              [t('customers'), counts.customers],
              ...(counts.repeated > 0 ? ([[t('repeated'), counts.repeated]] as [string, number][]) : []),
              [t('bad'), counts.bad],
            ]}
          />
        </div>
      )}
      {state === 'undone' && data.kept.length > 0 ? <Kept kept={data.kept} /> : null}
      {counts.joined > 0 ? (
        <p className="max-w-[64ch] text-small text-ink-3">{t('joined', { joined: counts.joined })}</p>
      ) : null}
      <BadRows data={data} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={onLeave}>{t('next')}</Button>
        {state === 'done' ? <Undo data={data} /> : null}
      </div>
    </div>
  );
}

function Kept({ kept }: { kept: ImportDto['kept'] }) {
  const t = useTranslations('data.done');
  return (
    <section aria-label={t('keptTitle')} className="max-w-3xl">
      <h3 className="text-heading">{t('keptTitle')}</h3>
      <p className="mt-1 text-ui text-ink-2">{t('keptDetail')}</p>
      <ul className="mt-2 border-t">
        {kept.map(({ number, subject }) => (
          <li key={number} className="border-b py-2 text-ui">
            <Link href={`/desk/all/${number}`} className="hover:underline">
              <span className="tabular me-3 text-ink-3">#{number}</span>
              <bdi>{subject}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks once before it takes everything back. */
function Undo({ data }: { data: ImportDto }) {
  const t = useTranslations('data.done');
  const c = useTranslations('common');
  const problem = useImportProblem();
  const [open, setOpen] = useState(false);
  const step = useImportStep(data.id);
  return (
    <>
      <Button icon={<Undo2 aria-hidden className="size-4 rtl:-scale-x-100" />} onClick={() => setOpen(true)}>
        {t('undo')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('undoTitle')} description={t('undoDetail')}>
        <div className="flex flex-col gap-4">
          {step.error ? <FormAlert>{problem(step.error)}</FormAlert> : null}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{c('cancel')}</Button>
            <Button variant="danger" pending={step.isPending} onClick={() => step.mutate('undo')}>
              {t('undoNow', { conversations: data.counts.conversations })}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
