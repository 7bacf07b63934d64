'use client';
import { useTranslations } from 'next-intl';
import { useAssign } from '@/components/data/use-assign';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
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
        if (warnings.length > 0) {
          const told = warnings.map((warning) =>
            t.has(`warning.${warning}`) ? t(`warning.${warning}`, { name: person?.name ?? '' }) : warning,
          );
          toast.warning(t('warned', { name: person?.name ?? '' }), { description: told.join(' ') });
        }
      })
      .catch((error: Error) => toast.error(t('assignFailed'), { description: problem(error) }));
  };
}
