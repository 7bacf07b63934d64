'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useEffect, useId } from 'react';
import { useAvailability } from '@/components/data/use-availability';
import { useOffers } from '@/components/data/use-offers';
import { useUser } from '@/components/data/use-users';
import { useViews } from '@/components/data/use-views';
import { Skeleton } from '@/components/ui/skeleton';
import { presenceOf } from '@/lib/rules/presence';
import { useStaff } from './desk-context';
import { WrapUp } from './offers/wrap-up';
import { PresenceMenu } from './presence-menu';
import { NoTelephone } from './voice/no-telephone';

/** Whether new tickets come here, said in words, with the places taken. */
export function Presence() {
  const t = useTranslations('desk.presence');
  const p = useTranslations('presence');
  const id = useId();
  const { me } = useStaff();
  const availability = useAvailability();
  const person = useUser(me.id);
  const views = useViews();
  const wrapUps = useOffers().data?.wrap_ups ?? [];
  // The lists are told when something changes; the load changes with them.
  const { refetch } = person;
  useEffect(() => {
    if (views.dataUpdatedAt > 0) void refetch();
  }, [views.dataUpdatedAt, refetch]);

  const now = availability.data;
  if (!now) return <Skeleton className="mx-2.5 my-4 w-32" />;
  const load = person.data?.load ?? 0;
  const calls = person.data?.load_calls ?? 0;
  const state = presenceOf(now.presence);
  const handsOver = state !== 'online' && state !== 'busy' && now.handover_minutes !== null;

  return (
    <div className="py-1">
      <PresenceMenu now={now} onSet={availability.set} describedBy={`${id}-effect`} />
      {wrapUps.length > 0 ? (
        <div className="hidden px-2.5 lg:block lg:max-xl:px-0">
          <WrapUp wrapUps={wrapUps} isRail />
        </div>
      ) : null}
      <div className="px-2.5 lg:max-xl:px-0">
        <p id={`${id}-effect`} className="mt-0.5 text-small text-ink-3 text-pretty lg:max-xl:sr-only">
          {p(`effects.${state}`)} {handsOver ? p('handover', { minutes: now.handover_minutes ?? 0 }) : null}
        </p>
        {person.data ? (
          <div className="mt-2 flex flex-col gap-1 lg:max-xl:hidden">
            <Places label={t('tickets')} used={load} of={now.capacity} />
            {calls > 0 || now.capacity_calls > 0 ? (
              <Places label={t('calls')} used={calls} of={now.capacity_calls} />
            ) : null}
          </div>
        ) : null}
      </div>
      <NoTelephone />
    </div>
  );
}

/** One stroke a place while they can be told apart; the words say it in any case. */
function Places({ label, used, of }: { label: string; used: number; of: number }) {
  const t = useTranslations('desk.presence');
  return (
    <div className="flex items-center gap-2 text-micro text-ink-3">
      <span className="w-14 shrink-0">{label}</span>
      <span aria-hidden="true" className="flex h-1 min-w-0 flex-1 gap-0.5">
        {of <= 12
          ? Array.from({ length: Math.max(of, used) }, (_, place) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: places have no other identity
                key={place}
                className={cx(
                  'h-1 max-w-5 flex-1 rounded-full',
                  place >= used ? 'bg-line' : place >= of ? 'bg-warn' : 'bg-accent',
                )}
              />
            ))
          : null}
      </span>
      <span className="tabular text-ink-2">{t('places', { used, of })}</span>
    </div>
  );
}
