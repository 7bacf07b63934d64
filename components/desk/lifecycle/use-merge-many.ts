'use client';
import { useTranslations } from 'next-intl';
import type { TicketRef } from '@/components/data/ticket-filters';
import { useMergeEach } from '@/components/data/use-lifecycle';
import { toast } from '@/components/ui/toast';
import { useBulkActs } from '../bulk-acts';
import { toastUndo } from '../commands/last-act';
import { useDesk } from '../desk-context';
import type { Consent } from './confirm-customers';
import { useMergeProblem } from './use-merge-problem';

/** Merges several tickets into one, tells which were left as they are and why, and offers the way back. */
export function useMergeMany() {
  const t = useTranslations('lifecycle.merge');
  const c = useTranslations('common');
  const { location, go } = useDesk();
  const { tell } = useBulkActs();
  const problem = useMergeProblem();
  const each = useMergeEach();
  const explained = (failed: readonly { ticket: TicketRef; error: unknown }[]) =>
    failed.map(({ ticket: { id, number }, error }) => ({ id, number, why: problem(error) }));

  const undo = async (merged: readonly TicketRef[]) => {
    const { done, failed } = await each.mutateAsync({ tickets: merged.toReversed() });
    const title = t('many.undonePartly', { done: done.length, failed: failed.length });
    if (failed.length > 0) tell({ title, failed: explained(failed), undo: null });
    else toast(t('many.undone', { count: done.length }));
  };
  /** Answers whether any was merged. */
  const into = async (target: TicketRef, sources: readonly TicketRef[], consent: Consent) => {
    const { done, failed } = await each.mutateAsync({
      tickets: sources,
      merge: { into: target.id, ...consent },
    });
    const takeBack = { label: c('undo'), undo: () => void undo(done) };
    if (failed.length > 0)
      tell({
        title: t('many.partly', { done: done.length, failed: failed.length }),
        failed: explained(failed),
        undo:
          done.length > 0 ? { label: t('many.undoDone', { count: done.length }), run: takeBack.undo } : null,
      });
    else toastUndo(t('many.done', { count: done.length, target: String(target.number) }), takeBack);
    if (done.some(({ number }) => number === location.number)) go(target.number);
    return done.length > 0;
  };
  return { into, isPending: each.isPending };
}
