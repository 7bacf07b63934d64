'use client';
import { Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useTeams } from '@/components/data/use-teams';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { TeamDto } from '@/lib/schemas/team';
import { PageHead } from './page-head';
import { TeamForm } from './team-form';

/** All teams with their members; a name opens the form. */
export function Teams() {
  const t = useTranslations('teams');
  const teams = useTeams();
  const [dialog, setDialog] = useState<{ open: boolean; team: TeamDto | null }>({ open: false, team: null });
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setDialog({ open: true, team: null })}
    >
      {t('add')}
    </Button>
  );
  return (
    <div className="max-w-180">
      <PageHead title={t('title')} detail={t('detail')} action={add} />
      <div className="mt-6">
        {teams.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
        ) : teams.data ? (
          <ul className="border-t">
            {teams.data.map((team) => (
              <TeamRow key={team.id} team={team} onEdit={() => setDialog({ open: true, team })} />
            ))}
          </ul>
        ) : teams.error ? (
          <QueryError title={t('failed')} query={teams} />
        ) : (
          <Skeleton className="h-32" />
        )}
      </div>
      <Dialog
        open={dialog.open}
        onOpenChange={(open) => setDialog((now) => ({ ...now, open }))}
        title={dialog.team ? t('edit') : t('new')}
      >
        <TeamForm
          key={dialog.team?.id ?? 'new'}
          team={dialog.team}
          onDone={() => setDialog((now) => ({ ...now, open: false }))}
        />
      </Dialog>
    </div>
  );
}

function TeamRow({ team, onEdit }: { team: TeamDto; onEdit: () => void }) {
  const t = useTranslations('teams');
  const format = useFormatter();
  return (
    <li className="relative flex items-center gap-4 border-b px-1 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onEdit}
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          <bdi>{team.name}</bdi>
        </button>
        <p className="truncate text-small text-ink-2">
          {format.list(
            team.members.map((member) => member.name),
            { type: 'unit' },
          ) || t('noMembers')}
        </p>
      </div>
      <span aria-hidden className="hidden -space-x-1.5 sm:flex">
        {team.members.slice(0, 5).map((member) => (
          <Avatar key={member.id} name={member.name} size={24} className="ring-2 ring-surface" />
        ))}
      </span>
      <span className="tabular w-20 shrink-0 text-end text-small text-ink-2">
        {t('openCount', { count: team.open })}
      </span>
    </li>
  );
}
