'use client';
import { useRouter } from 'next/navigation';
import { useId, useRef } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ReportFilter } from '@/lib/rules/reports';
import { ChartTip, COUNT_AXIS, DAY_AXIS, OpenByKey, Patterns, pointedAt, TIP } from './chart-parts';
import { doorHref } from './door-link';
import type { DayGroup } from './group-days';
import { useMirror } from './use-mirror';
import { useWords } from './use-words';

const SERIES = ['created', 'resolved'] as const;
/** What came in and what was solved, two bars a day from zero. The bar of today is open: the day is not over. */
export default function VolumeChart({ groups, filter }: { groups: DayGroup[]; filter: ReportFilter }) {
  const { t, number, day, days } = useWords();
  const mirror = useMirror();
  const router = useRouter();
  const id = useId();
  const active = useRef<number | null>(null);
  const nameOf = ({ from, to }: DayGroup) => (from === to ? day(from, 'long') : days({ from, to }));
  const open = (show: (typeof SERIES)[number], index: number) => {
    const { from, to } = groups[index]!;
    router.push(doorHref({ show, ...filter, from, to }));
  };
  // each series is named once, at its highest bar
  const peak = (name: (typeof SERIES)[number]) =>
    groups.reduce((best, group, index) => (group[name] > groups[best]![name] ? index : best), 0);
  return (
    <OpenByKey active={active} onOpen={(index) => open('created', index)} label={t('volume.label')}>
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={groups} accessibilityLayer margin={mirror.margin(24, 8, -16)} barGap={1}>
          <Patterns id={id} count={2} />
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...mirror.lying} dataKey="from" tickFormatter={(from: string) => day(from)} {...DAY_AXIS} />
          <YAxis {...mirror.standing} {...COUNT_AXIS} />
          <Tooltip
            {...TIP}
            content={(tip) => {
              active.current = pointedAt(tip);
              const group = active.current === null ? undefined : groups[active.current];
              if (!group) return null;
              return (
                <ChartTip
                  title={group.partial ? t('volume.soFar', { day: nameOf(group) }) : nameOf(group)}
                  lines={SERIES.map((name) => [t(`figure.${name}.label`), number(group[name])])}
                />
              );
            }}
          />
          {SERIES.map((name, series) => (
            <Bar
              key={name}
              dataKey={name}
              isAnimationActive={false}
              onClick={(_, index) => open(name, index)}
              className="cursor-pointer"
            >
              {groups.map((group) => (
                <Cell
                  key={group.from}
                  fill={`url(#${id}-${series + 1})`}
                  fillOpacity={group.partial ? 0.45 : 1}
                  stroke={`var(--chart-${series + 1})`}
                  strokeDasharray={group.partial ? '3 2' : undefined}
                />
              ))}
              <LabelList
                dataKey={name}
                content={({ x, y, width, index }) =>
                  index === peak(name) && groups[index]![name] > 0 ? (
                    <text
                      x={Number(x) + Number(width) / 2}
                      y={Number(y) - 7}
                      textAnchor="middle"
                      fontSize={12}
                      fontWeight={600}
                      fill={`var(--chart-${series + 1})`}
                    >
                      {t(`figure.${name}.label`)}
                    </text>
                  ) : null
                }
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </OpenByKey>
  );
}
