'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { useMessengerEvents, useRereadMessengerEvent } from '@/components/data/use-messenger-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { MESSENGER_EVENT_STATES } from '@/lib/rules/messenger-states';
import type { MessengerEventDto } from '@/lib/schemas/messenger';

const ALL = 'all';

/** Everything that Facebook told, with what became of it. */
export function MessengerEvents() {
  const t = useTranslations('messenger');
  const [state, setState] = useQueryState('state', parseAsStringLiteral(MESSENGER_EVENT_STATES));
  const events = useMessengerEvents(state);
  return (
    <section className="mt-10" aria-labelledby="messenger-events">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="messenger-events" className="text-title">
          {t('events')}
        </h2>
        <div className="w-44">
          <Select
            aria-label={t('events')}
            value={state ?? ALL}
            onValueChange={(value) =>
              void setState(MESSENGER_EVENT_STATES.find((one) => one === value) ?? null)
            }
            items={[ALL, ...MESSENGER_EVENT_STATES].map((value) => ({
              value,
              label: t(`states.${value as 'all'}`),
            }))}
          />
        </div>
      </div>
      {events.data?.length === 0 ? (
        <p className="py-8 text-ui text-ink-3">{t('noEvents')}</p>
      ) : events.data ? (
        <ul className="border-t">
          {events.data.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ul>
      ) : events.error ? (
        <QueryError title={t('failed')} query={events} />
      ) : (
        <Skeleton className="h-40" />
      )}
      <MoreButton list={events} />
    </section>
  );
}

function EventRow({ event }: { event: MessengerEventDto }) {
  const t = useTranslations('messenger');
  return (
    <li className="flex flex-col border-b px-1 py-2.5">
      <div className="flex items-baseline justify-between gap-x-4">
        <p className="min-w-0 truncate text-ui text-ink">
          {t(`kinds.${event.kind}`)}{' '}
          <span className="text-small text-ink-2">
            <bdi>{event.contact ?? t('somebody')}</bdi>
          </span>
        </p>
        <RelativeTime value={event.received_at} className="shrink-0 text-small text-ink-3" />
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 truncate text-small text-ink-3">
          <bdi>{event.page.name}</bdi>
        </p>
        <p className={event.state === 'failed' ? 'text-small text-danger' : 'text-small text-ink-2'}>
          {event.ticket ? (
            <Link href={`/desk/all/${event.ticket.number}`} className="text-accent hover:underline">
              #{event.ticket.number}
            </Link>
          ) : (
            t(`states.${event.state}`)
          )}
          {event.reason ? `: ${t(`reasons.${event.reason}`)}` : null}
        </p>
      </div>
      {event.state === 'failed' ? <Failed event={event} /> : null}
    </li>
  );
}

/** What was wrong, and another try. */
function Failed({ event }: { event: MessengerEventDto }) {
  const t = useTranslations('messenger');
  const { problem } = useProblemText();
  const reread = useRereadMessengerEvent(event.id);
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p dir="ltr" className="min-w-0 font-mono text-micro text-ink-2 wrap-anywhere">
        {event.detail}
      </p>
      <Button size="small" variant="secondary" pending={reread.isPending} onClick={() => reread.mutate()}>
        {t('reread')}
      </Button>
      {reread.error ? <FormAlert>{problem(reread.error)}</FormAlert> : null}
    </div>
  );
}
