'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditSettings } from '@/components/data/use-settings';
import { useEditTeam } from '@/components/data/use-teams';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import { toast } from '@/components/ui/toast';
import type { Settings } from '@/lib/schemas/settings';
import type { Try } from './use-try';

/** Makes the tried rules the ones that hold; people who are not there stay a trial. */
export function ApplyTrial({ attempt, saved }: { attempt: Try; saved: Settings }) {
  const t = useTranslations('whatIf');
  const { problem } = useProblemText();
  const editSettings = useEditSettings();
  const editTeam = useEditTeam();
  const { settings, teams, more_agents } = attempt.trial;
  const rules = Object.keys(settings).length + Object.keys(teams).length;
  const apply = useMutation({
    mutationFn: async () => {
      // what was saved elsewhere meanwhile is not sent again
      const changed = Object.entries(settings).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(saved[key as keyof Settings]),
      );
      if (changed.length > 0) await editSettings.mutateAsync(Object.fromEntries(changed));
      for (const [id, routing] of Object.entries(teams)) await editTeam.mutateAsync({ id, routing });
    },
    onSuccess: () => {
      attempt.change({ settings: {}, teams: {}, more_agents });
      toast.success(t('apply.done'));
    },
  });
  if (rules === 0) return null;
  return (
    <div className="mt-5 flex flex-col gap-2">
      {apply.error ? <FormAlert>{problem(apply.error)}</FormAlert> : null}
      <Button
        variant="primary"
        className="self-start"
        pending={apply.isPending}
        onClick={() => apply.mutate()}
      >
        {t('apply.label', { count: rules })}
      </Button>
      <p className="text-small text-ink-3 text-pretty">{t('apply.hint')}</p>
    </div>
  );
}
