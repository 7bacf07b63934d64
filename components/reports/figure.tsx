'use client';
import { CircleQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReportDoor } from '@/lib/rules/reports';
import { DoorLink } from './door-link';
import { Sparkline } from './sparkline';
import { useWords } from './use-words';

interface FigureProps {
  label: string;
  /** Which hours, for durations; stands in the label. */
  hours?: string;
  /** Undefined while it is fetched. */
  value: number | null | undefined;
  previous: number | null | undefined;
  /** A share is told from 0 to 1. */
  kind: 'count' | 'duration' | 'share';
  /** How many tickets it was measured on; nothing opens when there are none. */
  n: number;
  door: ReportDoor;
  course: readonly (number | null)[];
  definition: ReactNode;
}

/** Whole percents: there are rarely so many ratings that more would mean anything. */
export const PERCENT = { style: 'percent', maximumFractionDigits: 0 } as const;

/** One number: its name, itself as a door to its tickets, how it moved, its course, and its rule behind the `?`. */
export function Figure({ label, hours, value, previous, kind, n, door, course, definition }: FigureProps) {
  const { t, number, duration } = useWords();
  const write = (amount: number | null) => {
    if (kind === 'duration') return duration(amount);
    return amount === null ? '–' : number(amount, kind === 'share' ? PERCENT : undefined);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1 border-line py-4 pe-4 max-sm:border-t max-sm:first:border-t-0 sm:not-first:border-s sm:not-first:ps-5 sm:max-xl:odd:border-s-0 sm:max-xl:odd:ps-0 sm:max-xl:nth-[n+3]:border-t">
      <div className="flex items-start justify-between gap-2 sm:min-h-[2.125rem]">
        <h3 className="text-small text-ink-2">
          {label}
          {hours ? <span className="block text-micro text-ink-3">{hours}</span> : null}
        </h3>
        <Popover
          align="end"
          title={label}
          trigger={
            <IconButton
              label={t('figure.why', { name: label })}
              icon={<CircleQuestionMark aria-hidden className="size-4" />}
              className="-me-2 -mt-1.5"
            />
          }
        >
          <div className="flex flex-col gap-2 text-ui text-ink-2">{definition}</div>
        </Popover>
      </div>
      {value === undefined ? (
        <div className="flex h-[2.125rem] items-center">
          <Skeleton className="h-5 w-20" />
        </div>
      ) : (
        <p className="tabular text-display">
          <DoorLink
            door={door}
            empty={n === 0}
            label={t('figure.open', { name: label, value: write(value), n })}
          >
            {write(value)}
          </DoorLink>
        </p>
      )}
      <p className="tabular min-h-[1.125rem] text-small text-ink-3">
        {value === undefined || previous === undefined ? null : previous === null ||
          value === null ||
          kind === 'share' ||
          previous === 0 ? (
          t('figure.before', { value: write(previous) })
        ) : (
          <Change ratio={value / previous - 1} before={write(previous)} />
        )}
      </p>
      <Sparkline values={course} />
    </div>
  );
}

/** Up or down in words and sign; no colour, since more is not always worse. */
function Change({ ratio, before }: { ratio: number; before: string }) {
  const { t, number } = useWords();
  const share = number(Math.abs(ratio), { style: 'percent', maximumFractionDigits: 0 });
  const direction = Math.abs(ratio) < 0.005 ? 'same' : ratio > 0 ? 'up' : 'down';
  return <>{t(`figure.${direction}`, { share, before })}</>;
}
