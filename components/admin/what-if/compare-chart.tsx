'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { BASE_AXIS, ChartTip, Patterns, pointedAt, TIP } from '@/components/reports/chart-parts';
import { useMirror } from '@/components/reports/use-mirror';
import type { CompareRow } from './compare-row';

interface CompareChartProps {
  label: string;
  rows: readonly CompareRow[];
  write: (value: number) => string;
}

const SERIES = ['before', 'after'] as const;
const ROW_PX = 52;
const NAME_PX = 112;
const NAME_LETTERS = 16;

/** Two lying bars a row from zero: as it is, and as it would be. */
export default function CompareChart({ label, rows, write }: CompareChartProps) {
  const t = useTranslations('whatIf');
  const mirror = useMirror();
  const id = useId();
  const nameOf = (key: string) => rows.find((row) => row.key === key)?.name ?? key;
  const short = (name: string) => (name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1)}…` : name);
  return (
    <figure dir="ltr" aria-label={label} className="[&_.recharts-surface:focus-visible]:outline-2">
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
        {SERIES.map((name, index) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3">
              <rect
                width="12"
                height="12"
                fill={`url(#${id}-${index + 1})`}
                stroke={`var(--chart-${index + 1})`}
              />
            </svg>
            {t(`side.${name}`)}
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={rows.length * ROW_PX + 8}>
        <BarChart
          data={[...rows]}
          layout="vertical"
          accessibilityLayer
          barGap={2}
          margin={mirror.margin(0, 84, 0)}
        >
          <Patterns id={id} count={2} />
          <XAxis {...mirror.lying} type="number" hide domain={[0, 'auto']} />
          <YAxis
            {...mirror.standing}
            type="category"
            dataKey="key"
            width={NAME_PX}
            interval={0}
            {...BASE_AXIS}
            tickFormatter={(key: string) => short(nameOf(key))}
          />
          <Tooltip
            {...TIP}
            content={(tip) => {
              const row = rows[pointedAt(tip) ?? -1];
              if (!row) return null;
              return (
                <ChartTip
                  title={row.name}
                  lines={SERIES.map((name) => [t(`side.${name}`), write(row[name])])}
                />
              );
            }}
          />
          {SERIES.map((name, index) => (
            <Bar
              key={name}
              dataKey={name}
              barSize={16}
              minPointSize={2}
              fill={`url(#${id}-${index + 1})`}
              stroke={`var(--chart-${index + 1})`}
              isAnimationActive={false}
            >
              <LabelList
                dataKey={name}
                // where it ends: the right of a bar that runs to the left is its left
                position="right"
                fontSize={12}
                fill="var(--text-2)"
                formatter={(value) => mirror.words(write(Number(value)))}
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
