'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { patchTicket } from '@/components/data/patch-ticket';
import { useEditTicket } from '@/components/data/use-edit-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditTags } from '@/components/data/use-tags';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import { statusChoices } from '@/lib/rules/status';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Status } from '@/lib/schemas/values';
import { useBulkAct } from '../bulk-acts';
import { useDesk } from '../desk-context';
import { ticketFacts } from '../ticket-facts';
import { useGive } from '../use-give';
import type { CommandTarget } from './command-context';

/** The open ticket as what commands act on: what this person may do to it, shown at once. */
export function useTicketTarget(ticket: TicketDto): CommandTarget {
  const t = useTranslations('desk.ticket');
  const v = useTranslations('views.tags');
  const { me } = useDesk();
  const client = useQueryClient();
  const { problem } = useProblemText();
  const give = useGive(ticket);
  const edit = useEditTicket(ticket);
  const tags = useEditTags(ticket);
  const run = useBulkAct();
  const facts = ticketFacts(ticket);
  const mayEdit = can(me, 'ticket.edit', facts);
  const statuses = can(me, 'ticket.set_status', facts)
    ? statusChoices(ticket.status, ticket.assigned_agent !== null, me.role)
    : [];
  /** As an act on many, for those can be taken back. */
  const setStatus = async (status: Status) => {
    const takeBack = patchTicket(client, ticket, { status });
    if (!(await run({ ticket_ids: [ticket.id], actions: { status } }))) takeBack();
  };
  const failed = (title: string) => ({
    onError: (error: Error) => toast.error(title, { description: problem(error) }),
  });
  return {
    tickets: [ticket],
    isAll: false,
    assign: can(me, 'ticket.assign', facts) && ticket.status !== 'CLOSED' ? give : null,
    setStatus: statuses.length > 0 ? (status) => void setStatus(status) : null,
    statuses,
    setPriority: mayEdit ? (priority) => edit.mutate({ priority }, failed(t('editFailed'))) : null,
    addTag: mayEdit ? (tag) => tags.mutate({ add_tags: [tag] }, failed(v('failed'))) : null,
    removeTag: mayEdit ? (tag) => tags.mutate({ remove_tags: [tag] }, failed(v('failed'))) : null,
  };
}
