'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useUploads } from '@/components/attachments/use-uploads';
import { ApiError } from '@/components/data/api-error';
import type { PendingMessage as Pending } from '@/components/data/outbox';
import { useOlderMessages } from '@/components/data/use-older-messages';
import { usePostMessage } from '@/components/data/use-post-message';
import { useReadMark } from '@/components/data/use-read-mark';
import { useTicket } from '@/components/data/use-ticket';
import { useTicketChannel } from '@/components/data/use-ticket-channel';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { QueuePlaceDto } from '@/lib/schemas/queue-place';
import type { TicketDetailDto } from '@/lib/schemas/ticket-detail';
import { NewReplyAnnouncer } from './new-reply-announcer';
import { PendingMessage } from './pending-message';
import { QueueLine } from './queue-line';
import { ReplyForm } from './reply-form';
import { RequestActs } from './request-acts';
import { RequestHeader } from './request-header';
import { RequestMessage } from './request-message';
import { RequestNotice } from './request-notice';
import { RequestRating } from './request-rating';
import { useDraft } from './use-draft';

interface RequestViewProps {
  initial: TicketDetailDto;
  /** Where it stands while it waits. */
  queue: QueuePlaceDto | null;
  meId: string;
}

/** One request, drawn by the server and kept live here. Customers' data has no notes, priorities or events in it. */
export function RequestView({ initial, queue, meId }: RequestViewProps) {
  const t = useTranslations('portal.request');
  const router = useRouter();
  const query = useTicket(initial.number, initial);
  const ticket = query.data ?? initial;
  const { marks, announce } = useTicketChannel(ticket);
  // of what we wrote: so staff knows that it was seen, without spying on mails
  useReadMark(ticket, ticket.messages.findLast((message) => message.author.id !== meId)?.id);
  const older = useOlderMessages(ticket.number);
  const { pending, send, retry, discard } = usePostMessage(ticket, ticket.messages);
  const [draft, setDraft] = useDraft(`${meId}:${ticket.number}`);
  const uploads = useUploads();
  const [newer, setNewer] = useState(false);
  const writing = marks.find((mark) => mark.state === 'replying' && mark.person.role !== 'customer');

  // merged while it was open: the conversation goes on elsewhere
  const goesOn = ticket.merged_into?.number;
  useEffect(() => {
    if (goesOn !== undefined) router.replace(`/requests/${goesOn}`);
  }, [goesOn, router]);

  if (query.error instanceof ApiError && query.error.status === 404)
    return <EmptyState title={t('goneTitle')}>{t('gone')}</EmptyState>;

  const settle = (
    outcome: Awaited<ReturnType<typeof send>> | null,
    { body, attachments }: Pick<Pending, 'body' | 'attachments'>,
  ) => {
    if (outcome?.kind === 'follow_up') router.push(`/requests/${outcome.ticket.number}?sent=1`);
    if (outcome?.kind === 'newer') {
      setNewer(true);
      setDraft(body);
      uploads.reset(attachments);
    }
  };
  const post = async () => {
    const message = { body: draft, attachments: uploads.attachments };
    setDraft('');
    uploads.reset();
    setNewer(false);
    announce('viewing');
    settle(await send({ ...message, based_on: ticket.messages.at(-1)?.id }), message);
  };

  return (
    <>
      <RequestHeader ticket={ticket} />
      <QueueLine ticket={ticket} initial={queue} />
      {ticket.messages_next !== null ? (
        <div className="mt-8 flex flex-wrap items-center gap-3">
          <Button size="small" pending={older.isLoading} onClick={older.load}>
            {t('older')}
          </Button>
          {older.error ? (
            <span role="alert" className="text-small text-danger">
              {t('olderFailed')}
            </span>
          ) : null}
        </div>
      ) : null}
      <ol aria-label={t('messages')} className="mt-8 flex flex-col gap-3">
        {ticket.messages.map((message) => (
          <RequestMessage key={message.id} message={message} meId={meId} />
        ))}
        {pending.map((one) => (
          <PendingMessage
            key={one.key}
            pending={one}
            onRetry={() => void retry(one.key).then((outcome) => settle(outcome, one))}
            onTakeBack={() => {
              const body = discard(one.key)?.body ?? null;
              uploads.reset([...uploads.attachments, ...(one.attachments ?? [])]);
              if (body !== null) setDraft(draft.trim() === '' ? body : `${body}\n\n${draft}`);
            }}
          />
        ))}
      </ol>
      <p className="mt-2 h-6 text-small text-ink-2" aria-live="off">
        {writing ? t('writing', { name: writing.person.name }) : null}
      </p>
      <section className="mt-4 flex flex-col gap-6 border-t border-line pt-8">
        <RequestNotice ticket={ticket} />
        <RequestRating ticket={ticket} />
        <ReplyForm
          value={draft}
          onChange={(text) => {
            setDraft(text);
            setNewer(false);
            announce('replying');
          }}
          onSend={() => void post()}
          followUp={ticket.status === 'CLOSED'}
          adding={ticket.messages.at(-1)?.author.id === meId && ticket.status !== 'CLOSED'}
          newer={newer}
          uploads={uploads}
        >
          <RequestActs ticket={ticket} />
        </ReplyForm>
      </section>
      <NewReplyAnnouncer messages={ticket.messages} meId={meId} />
    </>
  );
}
