'use client';
import { useDirection } from '@base-ui/react/direction-provider';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useWords } from './use-words';

/** A pattern for each series, so that no two are told apart by colour alone. */
export function Patterns({ id, count }: { id: string; count: number }) {
  const marks = ['', 'M0 6 L6 0', 'M0 0 L6 6', 'M0 3 H6'];
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => (
        <pattern
          // biome-ignore lint/suspicious/noArrayIndexKey: the series are fixed, their number is their name
          key={index}
          id={`${id}-${index + 1}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <rect width="6" height="6" fill={`var(--chart-${index + 1})`} />
          {marks[index] ? <path d={marks[index]} stroke="var(--surface)" strokeWidth="1.25" /> : null}
        </pattern>
      ))}
    </defs>
  );
}

/** What lies under pointer or arrow keys, written out. */
export function ChartTip({ title, lines }: { title: string; lines: readonly [string, string][] }) {
  return (
    <div
      dir={useDirection()}
      className="rounded-control border bg-raised px-3 py-2 text-small text-ink shadow-float"
    >
      <p className="font-[600]">{title}</p>
      {lines.map(([name, value]) => (
        <p key={name} className="tabular flex justify-between gap-4 text-ink-2">
          <span>{name}</span>
          <span className="text-ink">{value}</span>
        </p>
      ))}
    </div>
  );
}

/** Arrow keys walk through a chart's points; Enter opens the one they stand on. */
export function OpenByKey({
  active,
  onOpen,
  label,
  children,
}: {
  active: RefObject<number | null>;
  onOpen: (index: number) => void;
  label: string;
  children: ReactNode;
}) {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active.current !== null) onOpen(active.current);
  };
  return (
    <figure
      dir="ltr"
      onKeyDown={onKeyDown}
      aria-label={`${label}. ${t('chart.keys')}`}
      className="[&_.recharts-surface:focus-visible]:outline-2"
    >
      {children}
    </figure>
  );
}

const QUIET_AXIS = {
  tick: { fill: 'var(--text-3)', fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;

/** For the axis that the bars stand on: its line is seen. */
export const BASE_AXIS = { ...QUIET_AXIS, axisLine: { stroke: 'var(--line-strong)' } } as const;
/** The same, with a day at each bar: named as far as there is room. */
export const DAY_AXIS = { ...BASE_AXIS, minTickGap: 24 } as const;
/** For the axis that tells how many, from zero. */
export const COUNT_AXIS = { ...QUIET_AXIS, allowDecimals: false, domain: [0, 'auto'] } as const;
export const TIP = { cursor: { fill: 'var(--hover)' }, isAnimationActive: false } as const;

interface Pointed {
  active?: boolean | undefined;
  activeIndex?: string | number | null | undefined;
}
/** The bar that the tip is about: its place in what was given to the chart. */
export const pointedAt = ({ active, activeIndex }: Pointed): number | null =>
  active && activeIndex != null ? Number(activeIndex) : null;
