'use client';
import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useLineCalls } from '@/components/data/use-voice-channel';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { LineCallDto } from '@/lib/schemas/call';

/** The last calls with what became of each. */
export function LineCalls() {
  const t = useTranslations('channels.voice');
  const calls = useLineCalls();
  return (
    <section className="mt-10" aria-labelledby="line-calls">
      <h2 id="line-calls" className="mb-3 text-title">
        {t('calls')}
      </h2>
      {calls.data?.length === 0 ? (
        <p className="py-4 text-ui text-ink-3">{t('noCalls')}</p>
      ) : calls.data ? (
        <ul className="border-t">
          {calls.data.map((call) => (
            <CallRow key={call.id} call={call} />
          ))}
        </ul>
      ) : (
        <Skeleton className="h-40" />
      )}
    </section>
  );
}

function CallRow({ call }: { call: LineCallDto }) {
  const t = useTranslations('channels.voice');
  const Icon = call.direction === 'in' ? PhoneIncoming : PhoneOutgoing;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-1 py-2.5 text-ui">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="tabular min-w-0 flex-1 basis-44 truncate text-ink max-sm:basis-[calc(100%-3rem)]">
        {t(call.direction, { number: call.number ?? t('hidden') })}
      </span>
      {call.agent ? <bdi className="truncate text-small text-ink-2">{call.agent.name}</bdi> : null}
      {call.ticket ? (
        <Link
          href={`/desk/all/${call.ticket.number}`}
          prefetch={false}
          className="tabular font-mono text-small text-accent hover:underline"
        >
          #{call.ticket.number}
        </Link>
      ) : null}
      <Chip>{t(`states.${call.state}`)}</Chip>
      <RelativeTime
        value={call.started_at}
        className="text-end text-small text-ink-3 max-sm:ms-auto sm:w-24"
      />
      {call.trouble ? (
        <p dir="auto" className="basis-full text-small text-warn">
          {call.trouble}
        </p>
      ) : null}
    </li>
  );
}
