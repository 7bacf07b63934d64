'use client';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ReportQuestion } from '@/components/data/use-report';
import type { ClockDto } from '@/lib/schemas/report';
import { BASE_AXIS, ChartTip, OpenByKey, pointedAt, TIP } from './chart-parts';
import { doorHref } from './door-link';
import { useMirror } from './use-mirror';
import { useWords } from './use-words';

interface PercentileChartProps {
  percentiles: ClockDto['calendar']['percentiles'];
  question: ReportQuestion;
  hours: 'business' | 'calendar';
}

/** How long the quicker 10 %, the quicker quarter … waited at most. A bar opens those who waited at least as long. */
export default function PercentileChart({ percentiles, question, hours }: PercentileChartProps) {
  const { t, number, duration } = useWords();
  const mirror = useMirror();
  const router = useRouter();
  const active = useRef<number | null>(null);
  const rows = percentiles.map(({ share, seconds }) => ({ share, seconds: seconds ?? 0 }));
  const percent = (share: number) => number(share, { style: 'percent' });
  const open = (index: number) =>
    router.push(doorHref({ show: 'replied', ...question, hours, at_least: String(rows[index]!.seconds) }));
  return (
    <OpenByKey active={active} onOpen={open} label={t('percentiles.label')}>
      <ResponsiveContainer width="100%" height={248}>
        <BarChart data={rows} layout="vertical" accessibilityLayer margin={mirror.margin(4, 84, 0)}>
          <XAxis {...mirror.lying} type="number" hide domain={[0, 'auto']} />
          <YAxis
            {...mirror.standing}
            type="category"
            dataKey="share"
            width={52}
            {...BASE_AXIS}
            tickFormatter={percent}
          />
          <Tooltip
            {...TIP}
            content={(tip) => {
              active.current = pointedAt(tip);
              const row = active.current === null ? undefined : rows[active.current];
              if (!row) return null;
              const title = t('percentiles.tip', { share: percent(row.share) });
              return <ChartTip title={title} lines={[[t('percentiles.within'), duration(row.seconds)]]} />;
            }}
          />
          <Bar
            dataKey="seconds"
            barSize={20}
            minPointSize={2}
            fill="var(--chart-1)"
            isAnimationActive={false}
            onClick={(_, index) => open(index)}
            className="cursor-pointer"
          >
            <LabelList
              dataKey="seconds"
              // where it ends: the right of a bar that runs to the left is its left
              position="right"
              fontSize={12}
              fill="var(--text-2)"
              formatter={(seconds) => mirror.words(duration(Number(seconds)))}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </OpenByKey>
  );
}
