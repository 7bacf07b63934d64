'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useDeleteTeam } from '@/components/data/use-teams';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { toast } from '@/components/ui/toast';
import type { TeamDto } from '@/lib/schemas/team';

/** Dissolves a team, after saying what becomes of its tickets. */
export function TeamRemoval({ team, onDone }: { team: TeamDto; onDone: () => void }) {
  const t = useTranslations('teams');
  const { problem } = useProblemText();
  const remove = useDeleteTeam();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t('removeSure', { name: team.name, open: team.open })}
      trigger={
        <Button variant="quiet" className="-ms-2.5">
          {t('remove')}
        </Button>
      }
    >
      <Button
        variant="danger"
        pending={remove.isPending}
        onClick={() =>
          remove.mutate(team.id, {
            onSuccess: () => {
              toast.success(t('removed', { name: team.name }));
              onDone();
            },
            onError: (error) => toast.error(problem(error)),
          })
        }
      >
        {t('removeConfirm')}
      </Button>
    </Popover>
  );
}
