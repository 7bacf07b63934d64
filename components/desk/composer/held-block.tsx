'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Clock, Timer } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { AttachmentGrid } from '@/components/attachments/attachment-grid';
import { sendHeldNow, undoHeld } from '@/components/data/held-messages';
import { queryKeys } from '@/components/data/query-keys';
import { useProblemText } from '@/components/data/use-problem-text';
import { MessageBody } from '@/components/html/message-body';
import { Button } from '@/components/ui/button';
import { formatLocale } from '@/components/ui/format-locale';
import type { HeldMessageDto, TicketDetailDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { MessageFrame } from '../message-block';
import { sentLately } from './sent-lately';
import { discardHeld, takeBack } from './take-back';
import { useSecondsLeft } from './use-seconds-left';

/** A countdown is for what can be taken back at once; what leaves later says when. */
const COUNTED_MS = 120_000;

/** A message that has not left, where it will stand: when it leaves or why it did not, and what can be done. */
export function HeldBlock({ held, ticket }: { held: HeldMessageDto; ticket: TicketDetailDto }) {
  return (
    <MessageFrame
      author={held.author.name}
      role={held.author.role}
      internal={held.is_internal}
      at={held.created_at}
      muted={held.state === 'held'}
    >
      <MessageBody message={held} className="mt-1 text-body text-ink" />
      <AttachmentGrid files={held.attachments} />
      {held.state === 'stopped' ? (
        <Stopped held={held} ticket={ticket} />
      ) : (
        <Waiting held={held} ticket={ticket} />
      )}
    </MessageFrame>
  );
}

/** The acts of its author; an admin may take it back. */
function useActs(held: HeldMessageDto, ticket: TicketDetailDto) {
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

function Waiting({ held, ticket }: { held: HeldMessageDto; ticket: TicketDetailDto }) {
  const t = useTranslations('composer.held');
  const c = useTranslations('common');
  const locale = useLocale();
  const client = useQueryClient();
  const acts = useActs(held, ticket);
  const sendAt = new Date(held.send_at).getTime();
  const [counted] = useState(() => sendAt - Date.now() < COUNTED_MS);
  const seconds = useSecondsLeft(sendAt);
  const { number } = ticket;
  const isDue = seconds === 0;
  useEffect(() => {
    if (!isDue) return;
    // the push that it left may have been lost
    const timer = setTimeout(
      () => void client.invalidateQueries({ queryKey: queryKeys.ticket(number) }),
      3_000,
    );
    return () => clearTimeout(timer);
  }, [client, number, isDue]);
  const time = new Intl.DateTimeFormat(formatLocale(locale), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  }).format(sendAt);
  const facts = [
    isDue ? t('now') : counted ? t('leaving', { seconds }) : t('at', { time }),
    ...(held.send_if === 'no_reply' ? [t('noReply')] : []),
    ...(held.status ? [t('status', { status: c(`status.${held.status}`) })] : []),
  ];
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-line-strong bg-canvas px-3 py-1.5 text-small text-ink-2">
      {counted ? (
        <Timer aria-hidden className="size-4 shrink-0" />
      ) : (
        <Clock aria-hidden className="size-4 shrink-0" />
      )}
      <span className="tabular min-w-0 flex-1">{facts.join(' · ')}</span>
      {acts.isMine ? (
        <Button size="small" variant="quiet" disabled={acts.isBusy} onClick={() => acts.send()}>
          {t('sendNow')}
        </Button>
      ) : null}
      {acts.mayUndo ? (
        <Button size="small" variant="secondary" disabled={acts.isBusy} onClick={acts.undo}>
          {acts.isMine ? t(counted ? 'undo' : 'edit') : t('takeBack')}
        </Button>
      ) : null}
    </div>
  );
}

function Stopped({ held, ticket }: { held: HeldMessageDto; ticket: TicketDetailDto }) {
  const t = useTranslations('composer.held');
  const acts = useActs(held, ticket);
  const reason = held.stop_reason ?? 'newer_messages';
  const came = ticket.messages.filter(
    ({ created_at, author }) => created_at > held.created_at && author.id !== held.author.id,
  );
  const canSend = reason === 'newer_messages' || reason === 'ticket_closed';
  return (
    <div role="alert" className="mt-3 rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
      <p className="flex items-center gap-1.5 font-[600]">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        {t(`stopped.${reason}`)}
      </p>
      {came.length > 0 && reason === 'newer_messages' ? (
        <ul aria-label={t('came')} className="scrolling mt-1.5 flex max-h-32 flex-col gap-1 text-ink">
          {came.map((message) => (
            <li key={message.id}>
              <bdi className="font-[600]">{message.author.name}</bdi>{' '}
              <span dir="auto" className="line-clamp-3 whitespace-pre-wrap">
                {message.body}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {acts.isMine && canSend ? (
          <Button size="small" disabled={acts.isBusy} onClick={() => acts.send(ticket.messages.at(-1)?.id)}>
            {t('sendAnyway')}
          </Button>
        ) : null}
        {acts.mayUndo ? (
          <Button size="small" disabled={acts.isBusy} onClick={acts.undo}>
            {acts.isMine ? t('edit') : t('takeBack')}
          </Button>
        ) : null}
        {acts.isMine ? (
          <Button size="small" variant="quiet" disabled={acts.isBusy} onClick={acts.discard}>
            {t('discard')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
