'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { patchTicket } from '@/components/data/patch-ticket';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketActions } from '@/lib/schemas/ticket-actions';
import type { Priority, Status } from '@/lib/schemas/values';
import { useBulkActs } from './bulk-acts';

interface Named {
  id: string;
  name: string;
}

/**
 * What is done to one ticket by hand: shown at once, put back when it is refused, and taken back by Z or the toast's
 * button. It goes as an act on many, for those can be taken back. Each answers whether it was done.
 */
export function useTicketActs(ticket: TicketDto) {
  const t = useTranslations('views.bulk');
  const d = useTranslations('desk.ticket');
  const client = useQueryClient();
  const { run } = useBulkActs();
  const number = String(ticket.number);
  const act = async (actions: TicketActions, shown: Partial<TicketDto>, name = ''): Promise<boolean> => {
    const putBack = patchTicket(client, ticket, shown);
    const done = await run({ ticket_ids: [ticket.id], actions }, ({ warnings }) =>
      warnings.length === 0
        ? { said: t('doneOne', { number }) }
        : { said: d('warned', { name }), warning: warnings.map((one) => explain(one, name)).join(' ') },
    );
    if (!done) putBack();
    return done;
  };
  const explain = (warning: string, name: string) =>
    d.has(`warning.${warning}`) ? d(`warning.${warning}`, { name }) : warning;
  const tags = ticket.tags ?? [];
  return {
    assign: (person: Named | null) =>
      act(
        { assigned_agent: person?.id ?? null },
        { assigned_agent: person?.id ?? null, assigned_agent_name: person?.name ?? null },
        person?.name,
      ),
    setStatus: (status: Status) => act({ status }, { status }),
    setPriority: (priority: Priority) => act({ priority }, { priority }),
    setTopic: (topic: string | null) => act({ topic }, { topic }),
    setTeam: (team: Named | null) =>
      act({ team: team?.id ?? null }, { team: team?.id ?? null, team_name: team?.name ?? null }),
    addTag: (tag: string) => act({ add_tags: [tag] }, { tags: [...new Set([...tags, tag])].sort() }),
    removeTag: (tag: string) => act({ remove_tags: [tag] }, { tags: tags.filter((one) => one !== tag) }),
  };
}
