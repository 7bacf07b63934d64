'use client';
import { useTranslations } from 'next-intl';
import { useEditTicket } from '@/components/data/use-edit-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { useSettings } from '@/components/data/use-settings';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { ticketFacts } from './ticket-facts';

/**
 * Sparing a customer the question how the help was, or asking after all; null where nobody is asked anyway, or he has
 * said it already.
 */
export function useAskRating(ticket: TicketDto): ((ask: boolean) => void) | null {
  const t = useTranslations('desk.more');
  const { me } = useDesk();
  const { problem } = useProblemText();
  const edit = useEditTicket(ticket);
  const isOn = (useSettings().data?.ask_rating ?? null) !== null;
  if (!isOn || ticket.rating || !can(me, 'ticket.edit', ticketFacts(ticket))) return null;
  return (ask_rating) =>
    edit.mutate(
      { ask_rating },
      {
        onError: (error) => toast.error(t('failed'), { description: problem(error) }),
        onSuccess: () =>
          toast(t(ask_rating ? 'askRatingDone' : 'spareRatingDone', { number: String(ticket.number) })),
      },
    );
}
