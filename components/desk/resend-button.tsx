'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '@/components/data/api';
import { queryKeys } from '@/components/data/query-keys';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { MessageDto } from '@/lib/schemas/message';
import type { TicketDto } from '@/lib/schemas/ticket';

/** Tries once more to bring an answer to Messenger. */
export function ResendButton({ ticket, messageId }: { ticket: TicketDto; messageId: string }) {
  const t = useTranslations('desk.delivery.messenger');
  const { problem } = useProblemText();
  const client = useQueryClient();
  const resend = useMutation({
    mutationFn: () => api.post<MessageDto>(`/tickets/${ticket.id}/messages/${messageId}/resend/`, {}),
    onError: (error) => toast.error(problem(error)),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.ticket(ticket.number) }),
  });
  return (
    <Button size="small" variant="secondary" pending={resend.isPending} onClick={() => resend.mutate()}>
      {t('again')}
    </Button>
  );
}
