'use client';
import { useTranslations } from 'next-intl';
import { useClearLabDesk } from '@/components/data/use-lab-desk';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import type { LabDeskDto } from '@/lib/schemas/lab-desk';

/** How much waits, and room for what comes: the demo begins with more than its people can hold. */
export function DeskRoom({ desk: { waiting, unsolved } }: { desk: LabDeskDto }) {
  const t = useTranslations('lab.desk');
  const { problem } = useProblemText();
  const clear = useClearLabDesk();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="text-small text-ink-2">
        {waiting > 0 ? t('waiting', { count: waiting }) : t('room')}
      </p>
      {unsolved > 0 ? (
        <Button size="small" pending={clear.isPending} onClick={() => clear.mutate()}>
          {t('clear', { count: unsolved })}
        </Button>
      ) : null}
      {clear.error ? <FormAlert>{problem(clear.error)}</FormAlert> : null}
    </div>
  );
}
