'use client';
import { useRouter } from 'next/navigation';
import { useId, useRef } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ReportFilter } from '@/lib/rules/reports';
import type { ReportDto } from '@/lib/schemas/report';
import { UNSOLVED } from '@/lib/schemas/values';
import { BASE_AXIS, ChartTip, COUNT_AXIS, OpenByKey, Patterns, pointedAt, TIP } from './chart-parts';
import { doorHref } from './door-link';
import { useMirror } from './use-mirror';
import { useWords } from './use-words';

/** Unsolved work by age, its states on top of each other. */
export default function BacklogChart({
  backlog,
  filter,
}: {
  backlog: ReportDto['backlog'];
  filter: ReportFilter;
}) {
  const { t, c, number } = useWords();
  const mirror = useMirror();
  const router = useRouter();
  const id = useId();
  const active = useRef<number | null>(null);
  const rows = backlog.map(({ age, by_status }) => ({ age, ...by_status }));
  const open = (index: number, status?: string) =>
    router.push(
      doorHref({ show: 'open', ...filter, age: backlog[index]!.age, ...(status ? { status } : {}) }),
    );
  return (
    <>
      <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-2">
        {UNSOLVED.map((status, series) => (
          <li key={status} className="flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3">
              <Patterns id={`${id}-key-${series}`} count={4} />
              <rect width="12" height="12" fill={`url(#${id}-key-${series}-${series + 1})`} />
            </svg>
            {c(`status.${status}`)}
          </li>
        ))}
      </ul>
      <OpenByKey active={active} onOpen={(index) => open(index)} label={t('backlog.label')}>
        <ResponsiveContainer width="100%" height={228}>
          <BarChart data={rows} layout="vertical" accessibilityLayer margin={mirror.margin(4, 16, 8)}>
            <Patterns id={id} count={4} />
            <CartesianGrid horizontal={false} stroke="var(--line)" />
            <XAxis {...mirror.lying} type="number" {...COUNT_AXIS} />
            <YAxis
              {...mirror.standing}
              type="category"
              dataKey="age"
              width={104}
              {...BASE_AXIS}
              tickFormatter={(age: ReportDto['backlog'][number]['age']) => t(`age.${age}`)}
            />
            <Tooltip
              {...TIP}
              content={(tip) => {
                active.current = pointedAt(tip);
                const row = active.current === null ? undefined : backlog[active.current];
                if (!row) return null;
                return (
                  <ChartTip
                    title={t(`age.${row.age}`)}
                    lines={UNSOLVED.map((status) => [
                      c(`status.${status}`),
                      number(row.by_status[status] ?? 0),
                    ])}
                  />
                );
              }}
            />
            {UNSOLVED.map((status, series) => (
              <Bar
                key={status}
                dataKey={status}
                stackId="age"
                barSize={22}
                fill={`url(#${id}-${series + 1})`}
                isAnimationActive={false}
                onClick={(_, index) => open(index, status)}
                className="cursor-pointer"
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </OpenByKey>
    </>
  );
}
