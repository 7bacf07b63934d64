'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { EventDto } from '@/lib/schemas/event';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';
import { AddSender } from './lifecycle/add-sender';
import { useEventText } from './use-event-text';

const SHOWN = 2;
/** Somebody has to decide what becomes of these. */
const APART: ReadonlySet<string> = new Set(['ticket.begun_apart', 'ticket.answered_apart']);

interface EventLinesProps {
  ticket: TicketDto;
  events: readonly EventDto[];
}

/** What happened between two messages: quiet lines, the latest ones in view, the others folded. */
export function EventLines({ ticket, events }: EventLinesProps) {
  const t = useTranslations('desk.thread');
  const text = useEventText();
  const { hrefFor, go } = useDesk();
  const [open, setOpen] = useState(false);
  const shown = events.filter(({ type }, at) => open || at >= events.length - SHOWN || APART.has(type));
  const hidden = events.length - shown.length;
  return (
    <div className="flex flex-col gap-1.5 px-5 py-3 text-small text-ink-3 sm:ps-16">
      {hidden > 0 || open ? (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="self-start rounded-control font-[550] text-ink-2 hover:text-ink hover:underline"
        >
          {open ? t('foldEvents') : t('moreEvents', { count: hidden })}
        </button>
      ) : null}
      {shown.map((event) => (
        <div key={event.seq}>
          <p className="text-pretty">
            {event.data.other === undefined ? (
              <span>{text(event)}</span>
            ) : (
              <DeskLink
                href={hrefFor(event.data.other)}
                onGo={() => go(event.data.other!)}
                className="rounded-control text-accent hover:underline"
              >
                {text(event)}
              </DeskLink>
            )}
            <span aria-hidden="true"> · </span>
            <RelativeTime value={event.created_at} form="full" />
            {event.data.comment ? <RatingComment>{event.data.comment}</RatingComment> : null}
          </p>
          {APART.has(event.type) && event.data.other !== undefined ? (
            <AddSender
              ticket={ticket}
              other={event.data.other}
              isBegun={event.type === 'ticket.begun_apart'}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** What a customer wrote beside his score. */
const RatingComment = ({ children }: { children: string }) => (
  <span
    dir="auto"
    className="my-1 block max-w-[70ch] border-s-2 border-line-strong ps-2.5 whitespace-pre-wrap text-ink-2 wrap-anywhere"
  >
    {children}
  </span>
);
