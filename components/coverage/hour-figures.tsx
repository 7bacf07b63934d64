'use client';
import { TriangleAlert } from 'lucide-react';
import { useWords } from '@/components/reports/use-words';
import { isShort } from '@/lib/rules/coverage';
import type { CoverageDto } from '@/lib/schemas/coverage';
import { useCoverageWords } from './use-coverage-words';

/** The figures of one hour of the week. Keeps its room, so that choosing moves nothing. */
export function HourFigures({ coverage, chosen }: { coverage: CoverageDto; chosen: number | null }) {
  const { t, hourOfWeek } = useCoverageWords();
  const { number, duration } = useWords();
  const shortages = coverage.hours.filter(isShort).length;
  if (chosen === null)
    return (
      <p className="mt-3 min-h-12 text-small text-ink-2">
        {shortages > 0 ? (
          <span className="inline-flex items-center gap-1.5 font-[550] text-warn">
            <TriangleAlert aria-hidden className="size-3.5" />
            {t('shortages', { n: shortages })}
          </span>
        ) : null}{' '}
        {t('choose')}
      </p>
    );
  const hour = coverage.hours[chosen]!;
  const one = { maximumFractionDigits: 1 };
  const figures: [string, string][] = [
    [t('figure.arrivals'), number(hour.arrivals, one)],
    [t('figure.present'), hour.present === null ? '–' : number(hour.present, one)],
    [
      t('figure.places'),
      hour.present === null ? '–' : number(hour.present * coverage.places, { maximumFractionDigits: 0 }),
    ],
    [t('figure.needed'), hour.needed === null ? '–' : number(hour.needed)],
    [
      t('figure.wait'),
      hour.wait_seconds === null ? '–' : t('waitOf', { time: duration(hour.wait_seconds), n: hour.answered }),
    ],
  ];
  return (
    <div className="mt-3 min-h-12">
      <h3 className="flex flex-wrap items-center gap-x-2 text-ui font-[600]">
        {hourOfWeek(chosen)}
        {isShort(hour) ? (
          <span className="inline-flex items-center gap-1 text-small text-warn">
            <TriangleAlert aria-hidden className="size-3.5" />
            {t('short')}
          </span>
        ) : null}
        {hour.is_open ? null : <span className="text-small font-normal text-ink-3">{t('closed')}</span>}
      </h3>
      <dl className="tabular mt-1 flex flex-wrap gap-x-6 gap-y-1 text-small">
        {figures.map(([name, value]) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-ink-2">{name}</dt>
            <dd className="font-[600] text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
