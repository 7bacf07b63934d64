'use client';
import { ChevronDown, CircleDashed, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PickMenu } from '@/components/ui/pick-menu';
import type { TeamDto } from '@/lib/schemas/team';
import type { TicketDto } from '@/lib/schemas/ticket';
import { fieldButtonStyle } from './field-button-style';
import { useTicketActs } from './use-ticket-acts';

const NONE = 'none';

interface TeamMenuProps {
  ticket: TicketDto;
  /** Those it can be given to; none for who may not change it. */
  teams: readonly TeamDto[];
}

/** Whose queue the ticket waits in while nobody holds it. */
export function TeamMenu({ ticket, teams }: TeamMenuProps) {
  const t = useTranslations('desk.ticket');
  const { setTeam } = useTicketActs(ticket);
  const name = ticket.team_name ?? t('noTeam');
  if (teams.length === 0) return <bdi>{name}</bdi>;
  const icon = <Users aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />;
  return (
    <PickMenu
      trigger={
        <button
          type="button"
          aria-label={t('teamLabel', { name })}
          className={`${fieldButtonStyle} -ms-1.5 max-w-full`}
        >
          <bdi className="truncate">{name}</bdi>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </button>
      }
      items={[
        ...teams.map((team) => ({ value: team.id, label: team.name, icon })),
        {
          value: NONE,
          label: t('noTeam'),
          icon: <CircleDashed aria-hidden className="size-4 text-ink-3" />,
          hint: t('everybody'),
        },
      ]}
      value={ticket.team ?? NONE}
      onPick={(value) => {
        const team = teams.find(({ id }) => id === value) ?? null;
        if ((team?.id ?? null) !== ticket.team) void setTeam(team);
      }}
      filterLabel={t('findTeam')}
      emptyText={t('noTeamFound')}
    />
  );
}
