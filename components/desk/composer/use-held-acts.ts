'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { sendHeldNow, undoHeld } from '@/components/data/held-messages';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { HeldMessageDto } from '@/lib/schemas/message';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { useDesk } from '../desk-context';
import { sentLately } from './sent-lately';
import { discardHeld, takeBack } from './take-back';

/** The acts of its author; an admin may take it back. */
export function useHeldActs(held: HeldMessageDto, ticket: TicketDetailDto) {
  const t = useTranslations('composer.held');
  const client = useQueryClient();
  const { me } = useDesk();
  const { problem } = useProblemText();
  const onError = (error: unknown) => toast.error(t('failed'), { description: problem(error) });
  const onSuccess = () => {
    toast.dismiss(held.id);
    sentLately.forget(held.id);
  };
  const kind = held.is_internal ? 'note' : 'reply';
  const isMine = held.author.id === me.id;
  const undo = useMutation({
    mutationFn: async () => {
      // an admin gives it back to its author
      if (isMine) await takeBack(client, me.id, { ticket, kind, held });
      else await undoHeld(client, ticket, held.id);
    },
    ...{ onError, onSuccess },
  });
  const send = useMutation({
    mutationFn: (basedOn?: string) => sendHeldNow(client, ticket, held.id, basedOn),
    ...{ onError, onSuccess },
  });
  const discard = useMutation({
    mutationFn: () => discardHeld(client, me.id, ticket, held),
    ...{ onError, onSuccess },
  });
  return {
    isMine,
    mayUndo: isMine || me.role === 'admin',
    isBusy: undo.isPending || send.isPending || discard.isPending,
    undo: () => undo.mutate(),
    send: (basedOn?: string) => send.mutate(basedOn),
    discard: () => discard.mutate(),
  };
}
