'use client';
import { ChevronDown, CircleDashed, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { usePresenceText } from '@/components/data/use-presence-text';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { Avatar } from '@/components/ui/avatar';
import { PickMenu } from '@/components/ui/pick-menu';
import { kindOf } from '@/lib/rules/capacity';
import { can } from '@/lib/rules/permissions';
import { isThere } from '@/lib/rules/presence';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { fieldButtonStyle } from './field-button-style';
import { ticketFacts } from './ticket-facts';
import { useTicketActs } from './use-ticket-acts';

const NOBODY = 'nobody';

/** Who holds the ticket. The list tells who is away and how full each one is. */
export function AssigneeMenu({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.ticket');
  const { me } = useDesk();
  const { assign } = useTicketActs(ticket);
  const allowed = can(me, 'ticket.assign', ticketFacts(ticket)) && ticket.status !== 'CLOSED';
  const { people, search } = useStaffChoice({ enabled: allowed });
  const call = kindOf(ticket.channel) === 'call';

  const presenceText = usePresenceText();
  const items = useMemo(() => {
    // Oneself first: that is the one most often meant.
    const sorted = people.toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
    return [
      ...sorted.map((person) => ({
        value: person.id,
        label: person.id === me.id ? t('me', { name: person.name }) : person.name,
        icon: <Avatar name={person.name} size={20} tone={isThere(person) ? 'accent' : 'plain'} />,
        hint: isThere(person)
          ? t('places', {
              used: call ? person.load_calls : person.load,
              of: call ? person.capacity_calls : person.capacity,
            })
          : presenceText(person.presence),
      })),
      {
        value: NOBODY,
        label: t('nobody'),
        icon: <CircleDashed aria-hidden className="size-5 p-0.5 text-ink-3" />,
        hint: t('nobodyHint'),
      },
    ];
  }, [people, me.id, call, t, presenceText]);

  const name = ticket.assigned_agent_name;
  const face = name ? (
    <Avatar name={name} size={20} tone={ticket.assigned_agent === me.id ? 'accent' : 'plain'} />
  ) : (
    <UserRound aria-hidden className="size-4 text-ink-3" />
  );
  if (!allowed) {
    return (
      <span className="inline-flex min-w-0 items-center gap-1.5 px-1 text-small text-ink-2">
        {face}
        <bdi className="truncate">{name ?? t('unassigned')}</bdi>
      </span>
    );
  }
  return (
    <PickMenu
      trigger={
        <button
          type="button"
          aria-label={t('assigneeLabel', { name: name ?? t('unassigned') })}
          className={fieldButtonStyle}
        >
          {face}
          <bdi className="truncate">{name ?? t('unassigned')}</bdi>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </button>
      }
      items={items}
      value={ticket.assigned_agent ?? NOBODY}
      onPick={(value) => {
        if (value === (ticket.assigned_agent ?? NOBODY)) return;
        const person = people.find((one) => one.id === value);
        void assign(person ? { id: person.id, name: person.name } : null);
      }}
      onSearch={search}
      filterLabel={t('findPerson')}
      emptyText={t('noPerson')}
    />
  );
}
