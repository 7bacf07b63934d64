'use client';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useBulk, useUndoBulk } from '@/components/data/use-bulk';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { BulkDto, BulkInput } from '@/lib/schemas/bulk';
import { type BulkFailures, BulkReport } from './bulk-report';
import { toastUndo } from './commands/last-act';

/** Answers whether anything was changed. */
type Run = (input: BulkInput) => Promise<boolean>;
const BulkContext = createContext<Run | null>(null);

/** Acts on many tickets and tells what became of it. */
export function useBulkAct(): Run {
  const run = useContext(BulkContext);
  if (!run) throw new Error('useBulkAct is for the desk only');
  return run;
}

const UNDO_MS = 10_000;

/** Outlives the list: undo and report are there when another view is open by then. */
export function BulkActs({ children }: { children: ReactNode }) {
  const t = useTranslations('views.bulk');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const bulk = useBulk();
  const undo = useUndoBulk();
  const [failures, setFailures] = useState<BulkFailures | null>(null);

  const takeBack = (id: string) =>
    undo.mutate(id, {
      onSuccess: ({ reverted, failed }) => {
        if (failed.length === 0) toast.success(t('undone', { count: reverted }));
        else tell({ kind: 'undo', done: reverted, failed, undo: null });
      },
      onError: (error) => toast.error(t('undoFailed'), { description: problem(error) }),
    });
  const tell = (report: BulkFailures) => {
    const values = { done: report.done, failed: report.failed.length };
    toast.warning(t(report.kind === 'act' ? 'partly' : 'undonePartly', values), {
      duration: UNDO_MS,
      action: { label: t('show'), onClick: () => setFailures(report) },
    });
  };
  const told = ({ updated, failed, undo: id }: BulkDto) => {
    if (failed.length > 0) return tell({ kind: 'act', done: updated, failed, undo: id });
    const said = t('done', { count: updated });
    if (id) toastUndo(said, { label: c('undo'), undo: () => takeBack(id) });
    else toast.success(said);
  };
  const run: Run = async (input) => {
    try {
      const done = await bulk.mutateAsync(input);
      told(done);
      return done.updated > 0;
    } catch (error) {
      toast.error(t('failed'), { description: problem(error) });
      return false;
    }
  };
  return (
    <BulkContext value={run}>
      {children}
      <BulkReport failures={failures} onClose={() => setFailures(null)} onUndo={takeBack} />
    </BulkContext>
  );
}
