'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAvailability } from '@/components/data/use-availability';

/**
 * How long somebody online still counts as there without a connection (`since`, ms). Counted by his own clock: the
 * house notices a moment later. Who is not online, or is reached on his phone, loses nothing.
 */
export function CountsAsAway({ since }: { since: number }) {
  const t = useTranslations('presence');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const mine = useAvailability().data;
  if (!mine?.is_available || mine.stays_reachable) return null;
  const left = Math.ceil((since + mine.grace_seconds * 1_000 - now) / 1_000);
  if (left <= 0) return <span>{t('counted')}</span>;
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  // read out once, not every second
  return (
    <span aria-live="off" className="tabular">
      {t('countdown', { time })}
    </span>
  );
}
