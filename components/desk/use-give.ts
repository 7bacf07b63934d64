'use client';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { useAssign } from '@/components/data/use-assign';
import { useProblemText } from '@/components/data/use-problem-text';
import type { TicketDto } from '@/lib/schemas/ticket';

/** Gives the ticket to somebody, and says what limit that passed over or why it was refused. */
export function useGive(ticket: TicketDto) {
  const t = useTranslations('desk.ticket');
  const { problem } = useProblemText();
  const assign = useAssign(ticket);
  return (person: { id: string; name: string } | null) => {
    assign
      .assignAsync(person)
      .then(({ warnings }) => {
        if (warnings.length > 0) toast.warning(t('warned'), { description: warnings.join(' ') });
      })
      .catch((error: Error) => toast.error(t('assignFailed'), { description: problem(error) }));
  };
}
