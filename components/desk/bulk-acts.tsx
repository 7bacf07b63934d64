'use client';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useBulk, useUndoBulk } from '@/components/data/use-bulk';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { BulkDto, BulkInput } from '@/lib/schemas/bulk';
import { type BulkFailures, BulkReport } from './bulk-report';
import { toastUndo } from './commands/last-act';

/** Of an act on one ticket: what is said when it is done. Why it was refused is said at once. */
type Words = (done: BulkDto) => { said: string; warning?: string | undefined };

interface BulkContextValue {
  /** Acts on tickets and tells what became of it. Answers whether anything was changed. */
  run: (input: BulkInput, words?: Words) => Promise<boolean>;
  /** Tells of tickets that an act on several left as they are. */
  tell: (failures: BulkFailures) => void;
}
const BulkContext = createContext<BulkContextValue | null>(null);

/** Acts on one ticket or many, which can be taken back. */
export function useBulkActs(): BulkContextValue {
  const acts = useContext(BulkContext);
  if (!acts) throw new Error('useBulkActs is for the desk only');
  return acts;
}

const SHOWN_MS = 10_000;

/** Outlives the list: undo and report are there when another view is open by then. */
export function BulkActs({ children }: { children: ReactNode }) {
  const t = useTranslations('views.bulk');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const bulk = useBulk();
  const undo = useUndoBulk();
  const [failures, setFailures] = useState<BulkFailures | null>(null);

  const why = (code: string) => (t.has(`codes.${code}`) ? t(`codes.${code}`) : t('codes.other', { code }));
  const explained = (failed: BulkDto['failed']) => failed.map((one) => ({ ...one, why: why(one.code) }));
  const tell = (told: BulkFailures) =>
    toast.warning(told.title, {
      duration: SHOWN_MS,
      action: { label: t('show'), onClick: () => setFailures(told) },
    });
  const takeBack = (id: string) =>
    undo.mutate(id, {
      onSuccess: ({ reverted: done, failed }) => {
        if (failed.length === 0) toast.success(t('undone', { count: done }));
        else
          tell({
            title: t('undonePartly', { done, failed: failed.length }),
            failed: explained(failed),
            undo: null,
          });
      },
      onError: (error) => toast.error(t('undoFailed'), { description: problem(error) }),
    });
  const told = (done: BulkDto, words?: Words) => {
    const { updated, failed, undo: id } = done;
    const first = failed[0];
    if (first && words) return toast.error(t('failed'), { description: why(first.code) });
    if (first)
      return tell({
        title: t('partly', { done: updated, failed: failed.length }),
        failed: explained(failed),
        undo: id ? { label: t('undoDone', { count: updated }), run: () => takeBack(id) } : null,
      });
    const { said, warning } = words?.(done) ?? { said: t('done', { count: updated }) };
    if (id) toastUndo(said, { label: c('undo'), undo: () => takeBack(id), warning });
    else toast.success(said);
  };
  const run: BulkContextValue['run'] = async (input, words) => {
    try {
      const done = await bulk.mutateAsync(input);
      told(done, words);
      return done.updated > 0;
    } catch (error) {
      toast.error(t('failed'), { description: problem(error) });
      return false;
    }
  };
  return (
    <BulkContext value={{ run, tell }}>
      {children}
      <BulkReport failures={failures} onClose={() => setFailures(null)} />
    </BulkContext>
  );
}
