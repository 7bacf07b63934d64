'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useTeams } from '@/components/data/use-teams';
import { Avatar } from '@/components/ui/avatar';
import { Dialog } from '@/components/ui/dialog';
import type { TeamDto } from '@/lib/schemas/team';
import { RowsPage } from './rows-page';
import { TeamForm } from './team-form';
import { useEditDialog } from './use-edit-dialog';

/** All teams with their members; a name opens the form. */
export function Teams() {
  const t = useTranslations('teams');
  const dialog = useEditDialog<TeamDto>();
  return (
    <div className="max-w-180">
      <RowsPage words={t} query={useTeams()} onAdd={() => dialog.edit(null)}>
        {(team) => <TeamRow key={team.id} team={team} onEdit={() => dialog.edit(team)} />}
      </RowsPage>
      <Dialog {...dialog.props} title={dialog.row ? t('edit') : t('new')}>
        <TeamForm key={dialog.row?.id ?? 'new'} team={dialog.row} onDone={dialog.close} />
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
