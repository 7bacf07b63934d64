'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePromise } from '@/components/data/use-lifecycle';
import { useProblemText } from '@/components/data/use-problem-text';
import { Dialog } from '@/components/ui/dialog';
import { RadioList } from '@/components/ui/radio-list';
import { toast } from '@/components/ui/toast';
import type { TicketDto } from '@/lib/schemas/ticket';
import { PROMISE_ACTS, type PromiseAct } from '@/lib/schemas/values';
import { TimeForm } from './time-form';

interface PromiseDialogProps {
  ticket: TicketDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** "If no answer came by then": a reminder, or solved. */
export function PromiseDialog({ ticket, open, onOpenChange }: PromiseDialogProps) {
  const t = useTranslations('lifecycle.promise');
  const { problem } = useProblemText();
  const promise = usePromise(ticket);
  const [act, setAct] = useState<PromiseAct>('remind');
  const keep = (at: string) =>
    promise.mutate(
      { promise: { at, act } },
      {
        onSuccess: () => onOpenChange(false),
        onError: (error) => toast.error(t('failed'), { description: problem(error) }),
      },
    );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      <TimeForm
        submit={t('submit')}
        pending={promise.isPending}
        onSubmit={keep}
        onCancel={() => onOpenChange(false)}
      >
        <RadioList
          label={t('then')}
          value={act}
          onValueChange={setAct}
          items={PROMISE_ACTS.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
      </TimeForm>
    </Dialog>
  );
}
