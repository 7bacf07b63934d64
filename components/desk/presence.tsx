'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useEffect, useId } from 'react';
import { useAvailability } from '@/components/data/use-availability';
import { useProblemText } from '@/components/data/use-problem-text';
import { useUser } from '@/components/data/use-users';
import { useViews } from '@/components/data/use-views';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { useStaff } from './desk-context';
import { RailTooltip } from './rail-tooltip';

/** Whether new tickets come here, said in words, with the places taken. */
export function Presence() {
  const t = useTranslations('desk.presence');
  const id = useId();
  const { me } = useStaff();
  const { problem } = useProblemText();
  const availability = useAvailability();
  const person = useUser(me.id);
  const views = useViews();
  // The lists are told when something changes; the load changes with them.
  const { refetch } = person;
  useEffect(() => {
    if (views.dataUpdatedAt > 0) void refetch();
  }, [views.dataUpdatedAt, refetch]);

  const now = availability.data;
  if (!now) return <Skeleton className="mx-2.5 my-4 w-32" />;
  const set = (is_available: boolean) =>
    availability.set({ is_available }, { onError: (error) => toast.error(problem(error)) });
  const load = person.data?.load ?? 0;
  const calls = person.data?.load_calls ?? 0;

  return (
    <div className="rounded-control px-2.5 py-2 lg:max-xl:px-0 lg:max-xl:py-1">
      <div className="flex items-center justify-between gap-3 lg:max-xl:justify-center">
        <span
          id={id}
          className={cx('text-ui font-[600] lg:max-xl:sr-only', now.is_available ? 'text-ink' : 'text-ink-2')}
        >
          {now.is_available ? t('available') : t('away')}
        </span>
        <RailTooltip label={now.is_available ? t('effectOn') : t('effectOff')}>
          <span className="inline-flex">
            <Switch
              checked={now.is_available}
              onCheckedChange={set}
              aria-label={t('switch')}
              aria-describedby={`${id}-effect`}
            />
          </span>
        </RailTooltip>
      </div>
      <p id={`${id}-effect`} className="mt-0.5 text-small text-ink-3 text-pretty lg:max-xl:sr-only">
        {now.is_available ? t('effectOn') : t('effectOff')}
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
