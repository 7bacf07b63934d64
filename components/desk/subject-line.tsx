'use client';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useEditTicket } from '@/components/data/use-edit-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';
import { ticketFacts } from './ticket-facts';

/** The subject; who may edit it does so in place. Enter keeps, Escape forgets, leaving keeps. */
export function SubjectLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.ticket');
  const { me } = useDesk();
  const { problem } = useProblemText();
  const edit = useEditTicket(ticket);
  const [text, setText] = useState<string | null>(null);
  const editable = can(me, 'ticket.edit', ticketFacts(ticket));

  useCommandPart('subject', { edit: editable ? () => setText(ticket.subject) : null });

  const keep = () => {
    const subject = text?.trim();
    setText(null);
    if (!subject || subject === ticket.subject) return;
    edit.mutate(
      { subject },
      {
        onError: (error) => {
          setText(subject);
          toast.error(t('editFailed'), { description: problem(error) });
        },
      },
    );
  };

  if (text !== null) {
    return (
      <>
        <h1 className="sr-only">{ticket.subject}</h1>
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus
          dir="auto"
          value={text}
          maxLength={200}
          aria-label={t('subject')}
          onChange={(event) => setText(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setText(null);
          }}
          className="-mx-1.5 h-8 min-w-0 flex-1 rounded-control border border-focus bg-surface px-1.5 text-heading text-ink outline-1 outline-focus"
        />
      </>
    );
  }
  return (
    <div className="group flex min-w-0 flex-1 items-center gap-0.5">
      <h1
        id="ticket-heading"
        tabIndex={-1}
        title={ticket.subject}
        className="line-clamp-2 min-w-0 rounded-control text-ui font-[620] text-ink md:block md:truncate md:text-heading"
      >
        <bdi>{ticket.subject}</bdi>
      </h1>
      {editable ? (
        <IconButton
          label={t('editSubject')}
          icon={<Pencil aria-hidden className="size-3.5" />}
          onClick={() => setText(ticket.subject)}
          className="size-7! max-md:hidden opacity-0 focus-visible:opacity-100 group-hover:opacity-100 coarse:size-control! coarse:opacity-100"
        />
      ) : null}
    </div>
  );
}
