'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useEditMe } from '@/components/data/use-me';
import { useProblemText } from '@/components/data/use-problem-text';
import { Labelled } from '@/components/portal/labelled';
import { NativeSelect } from '@/components/portal/native-select';
import { toast } from '@/components/ui/toast';
import type { MeDto } from '@/lib/schemas/person';

const CHOICES = [0, 5, 10, 20, 30, 60];

/** How long what one sends can be taken back; kept at once. */
export function UndoChoice({ me }: { me: MeDto }) {
  const t = useTranslations('account.sending');
  const { problem } = useProblemText();
  const edit = useEditMe();
  const [chosen, setChosen] = useState(me.undo_seconds);
  const choices = [...new Set([...CHOICES, me.undo_seconds])].sort((a, b) => a - b);
  const choose = (undo_seconds: number) => {
    setChosen(undo_seconds);
    edit.mutate(
      { undo_seconds },
      {
        onSuccess: () => toast.success(t('saved')),
        onError: (error) => {
          setChosen(me.undo_seconds);
          toast.error(problem(error));
        },
      },
    );
  };
  return (
    <Labelled id="undo_seconds" label={t('undo')} hint={t('undoHint')}>
      <NativeSelect
        id="undo_seconds"
        aria-describedby="undo_seconds-hint"
        value={chosen}
        onChange={(event) => choose(Number(event.target.value))}
      >
        {choices.map((count) => (
          <option key={count} value={count}>
            {t('seconds', { count })}
          </option>
        ))}
      </NativeSelect>
    </Labelled>
  );
}
