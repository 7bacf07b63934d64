'use client';
import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Cell, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartTip, COUNT_AXIS, DAY_AXIS, Patterns, pointedAt, TIP } from '@/components/reports/chart-parts';
import { useMirror } from '@/components/reports/use-mirror';
import { useWords } from '@/components/reports/use-words';
import type { CoverageDto } from '@/lib/schemas/coverage';
import { useCoverageWords } from './use-coverage-words';

interface ForecastChartProps {
  past: CoverageDto['past'];
  days: NonNullable<CoverageDto['forecast']>['days'];
}

/** What came day by day, and after it what is expected: open bars, since nobody knows. */
export default function ForecastChart({ past, days }: ForecastChartProps) {
  const { t } = useCoverageWords();
  const { number, day } = useWords();
  const mirror = useMirror();
  const id = useId();
  const bars = [
    ...past.map((one) => ({ ...one, holiday: null as string | null, isExpected: false })),
    ...days.map(({ date, arrivals, holiday }) => ({ date, arrivals, holiday, isExpected: true })),
  ];
  return (
    <figure dir="ltr" aria-label={t('forecast.label')}>
      <ResponsiveContainer width="100%" height={220}>
        <BarChart data={bars} accessibilityLayer margin={mirror.margin(12, 8, -16)}>
          <Patterns id={id} count={1} />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...mirror.lying} dataKey="date" tickFormatter={(date: string) => day(date)} {...DAY_AXIS} />
          <YAxis {...mirror.standing} {...COUNT_AXIS} />
          <Tooltip
            {...TIP}
            content={(tip) => {
              const bar = bars[pointedAt(tip) ?? -1];
              if (!bar) return null;
              return (
                <ChartTip
                  title={bar.holiday ? `${day(bar.date, 'long')}, ${bar.holiday}` : day(bar.date, 'long')}
                  lines={[
                    [
                      t(bar.isExpected ? 'forecast.arrivals' : 'figure.arrivals'),
                      number(bar.arrivals, { maximumFractionDigits: 1 }),
                    ],
                  ]}
                />
              );
            }}
          />
          <Bar dataKey="arrivals" isAnimationActive={false}>
            {bars.map(({ date, isExpected }) => (
              <Cell
                key={date}
                fill={`url(#${id}-1)`}
                fillOpacity={isExpected ? 0.25 : 1}
                stroke="var(--chart-1)"
                strokeDasharray={isExpected ? '3 2' : undefined}
              />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
      <p className="mt-1 flex gap-4 text-small text-ink-2" dir="auto">
        {t('forecast.legend')}
      </p>
    </figure>
  );
}
