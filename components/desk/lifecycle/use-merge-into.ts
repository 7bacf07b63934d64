'use client';
import { useTranslations } from 'next-intl';
import { useMerge, useUnmerge } from '@/components/data/use-lifecycle';
import { toast } from '@/components/ui/toast';
import type { MergeInput } from '@/lib/schemas/lifecycle';
import type { TicketDto } from '@/lib/schemas/ticket';
import { toastUndo } from '../commands/last-act';
import { useGoOn } from '../commands/use-go-on';
import { useDesk } from '../desk-context';
import { useMergeProblem } from './use-merge-problem';

/** Merges, goes to the ticket that goes on, and offers the way back. `onDone` follows; `onRefused` stands for the toast. */
export function useMergeInto(ticket: TicketDto) {
  const t = useTranslations('lifecycle.merge');
  const c = useTranslations('common');
  const { go } = useDesk();
  const problem = useMergeProblem();
  const goOn = useGoOn();
  const merge = useMerge(ticket);
  const unmerge = useUnmerge(ticket);
  // a promise, since the screen of the merged ticket is gone by then
  const undo = () =>
    unmerge.mutateAsync({}).then(
      () => go(ticket.number),
      (error) => toast.error(t('undoFailed'), { description: problem(error) }),
    );
  const into = (
    input: { into: string } & Partial<MergeInput>,
    { onDone, onRefused }: { onDone?: () => void; onRefused?: (error: Error) => void } = {},
  ) =>
    merge.mutate(input, {
      onError: (error) =>
        onRefused ? onRefused(error) : toast.error(t('failed'), { description: problem(error) }),
      onSuccess: (survivor) => {
        onDone?.();
        if (!goOn(ticket.number)) go(survivor.number);
        toastUndo(t('done', { source: String(ticket.number), target: String(survivor.number) }), {
          label: c('undo'),
          undo: () => void undo(),
        });
      },
    });
  return { into, isPending: merge.isPending };
}
