'use client';
import { PhoneCall } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useSecondsLeft } from '../composer/use-seconds-left';

/** At whom the ticket rings, and for how long still. */
export function RingsAt({ ringing }: { ringing: NonNullable<TicketDto['ringing']> }) {
  const t = useTranslations('offers');
  const seconds = useSecondsLeft(Date.parse(ringing.until));
  return (
    <p className="flex items-center gap-2 border-t px-3 py-1.5 text-small text-ink-2 md:px-5">
      <PhoneCall aria-hidden className="size-4 shrink-0 text-accent" strokeWidth={1.75} />
      <span className="tabular text-pretty">{t('ringsAt', { name: ringing.agent.name, seconds })}</span>
    </p>
  );
}
