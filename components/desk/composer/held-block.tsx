'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Clock, Timer } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { AttachmentGrid } from '@/components/attachments/attachment-grid';
import { queryKeys } from '@/components/data/query-keys';
import { MessageBody } from '@/components/html/message-body';
import { Button } from '@/components/ui/button';
import { formatLocale } from '@/components/ui/format-locale';
import type { HeldMessageDto } from '@/lib/schemas/message';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { MessageFrame } from '../message-block';
import { StoppedNote } from './stopped-note';
import { useHeldActs } from './use-held-acts';
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
        <StoppedNote held={held} ticket={ticket} />
      ) : (
        <Waiting held={held} ticket={ticket} />
      )}
    </MessageFrame>
  );
}

function Waiting({ held, ticket }: { held: HeldMessageDto; ticket: TicketDetailDto }) {
  const t = useTranslations('composer.held');
  const c = useTranslations('common');
  const locale = useLocale();
  const client = useQueryClient();
  const acts = useHeldActs(held, ticket);
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
