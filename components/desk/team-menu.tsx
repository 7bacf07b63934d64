'use client';
import { ChevronDown, CircleDashed, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { useEditTicket } from '@/components/data/use-edit-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { PickMenu } from '@/components/ui/pick-menu';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { fieldButtonStyle } from './field-button-style';
import { ticketFacts } from './ticket-facts';

const NONE = 'none';

/** Which team's work it is. Nothing is shown in a house without teams. */
export function TeamMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.ticket');
  const { me } = useDesk();
  const { problem } = useProblemText();
  const edit = useEditTicket(ticket);
  const allowed = can(me, 'ticket.edit', ticketFacts(ticket));
  const teams = useTeams({ enabled: allowed }).data ?? [];
  const icon = <Users aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />;
  if (!allowed || teams.length === 0) {
    return ticket.team_name ? (
      <span className="inline-flex min-w-0 items-center gap-1.5 px-1 text-small text-ink-2">
        {icon}
        <bdi className="truncate">{ticket.team_name}</bdi>
      </span>
    ) : null;
  }
  const name = ticket.team_name ?? t('noTeam');
  return (
    <PickMenu
      trigger={
        <button type="button" aria-label={t('teamLabel', { name })} className={fieldButtonStyle}>
          {icon}
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
        const team = value === NONE ? null : value;
        if (team === ticket.team) return;
        edit.mutate(
          { team },
          { onError: (error) => toast.error(t('editFailed'), { description: problem(error) }) },
        );
      }}
      filterLabel={t('findTeam')}
      emptyText={t('noTeamFound')}
    />
  );
}
