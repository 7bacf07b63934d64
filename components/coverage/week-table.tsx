'use client';
import { cx } from 'class-variance-authority';
import { TriangleAlert } from 'lucide-react';
import { useWords } from '@/components/reports/use-words';
import { isShort } from '@/lib/rules/coverage';
import type { CoverageDto } from '@/lib/schemas/coverage';
import type { SHOWS } from './use-coverage-location';
import { useCoverageWords } from './use-coverage-words';

const DAYS = [0, 1, 2, 3, 4, 5, 6];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const SHADES = [
  '',
  'bg-[color-mix(in_srgb,var(--accent)_10%,transparent)]',
  'bg-[color-mix(in_srgb,var(--accent)_20%,transparent)]',
  'bg-[color-mix(in_srgb,var(--accent)_30%,transparent)]',
  'bg-[color-mix(in_srgb,var(--accent)_42%,transparent)]',
] as const;

interface WeekTableProps {
  coverage: CoverageDto;
  show: (typeof SHOWS)[number];
  chosen: number | null;
  onChoose: (cell: number | null) => void;
}

/** Days by hours, each a button; hours by days where there is no room for 24 columns. */
export function WeekTable(props: WeekTableProps) {
  const { t, weekday, clock } = useCoverageWords();
  const head = 'text-micro font-[550] text-ink-3';
  const caption = <caption className="sr-only">{t('week.title')}</caption>;
  return (
    <>
      <table className="tabular hidden w-full table-fixed border-separate border-spacing-px lg:table">
        {caption}
        <thead>
          <tr>
            <td className="w-14" />
            {HOURS.map((hour) => (
              <th key={hour} scope="col" className={cx(head, 'h-6')}>
                <span className="sr-only">{clock(hour)}</span>
                <span aria-hidden>{hour}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row" className={cx(head, 'pe-2 text-start')}>
                {weekday(day)}
              </th>
              {HOURS.map((hour) => (
                <Cell key={hour} {...props} cell={day * 24 + hour} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table className="tabular w-full table-fixed border-separate border-spacing-px lg:hidden">
        {caption}
        <thead>
          <tr>
            <td className="w-14" />
            {DAYS.map((day) => (
              <th key={day} scope="col" className={cx(head, 'h-6')}>
                {weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {HOURS.map((hour) => (
            <tr key={hour}>
              <th scope="row" className={cx(head, 'pe-2 text-end')}>
                {clock(hour)}
              </th>
              {DAYS.map((day) => (
                <Cell key={day} {...props} cell={day * 24 + hour} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Shaded by its number; a shortage has a sign and an edge, a closed hour neither number nor shade without arrivals. */
function Cell({ coverage, show, chosen, onChoose, cell }: WeekTableProps & { cell: number }) {
  const { t, hourOfWeek } = useCoverageWords();
  const { number } = useWords();
  const hour = coverage.hours[cell]!;
  const value = hour[show];
  const most = Math.max(...coverage.hours.map((one) => one[show] ?? 0));
  const short = isShort(hour);
  const text =
    value === null ? '–' : value === 0 ? '' : number(value, { maximumFractionDigits: value < 9.5 ? 1 : 0 });
  return (
    <td className="p-0">
      <button
        type="button"
        aria-pressed={chosen === cell}
        aria-label={t(short ? 'cellShort' : 'cell', {
          hour: hourOfWeek(cell),
          what: t(`show.${show}`),
          value: text || '0',
        })}
        onClick={() => onChoose(chosen === cell ? null : cell)}
        className={cx(
          'relative flex h-9 w-full items-center justify-center rounded-[3px] text-micro text-ink hover:outline-2 hover:outline-line-strong coarse:h-control',
          hour.is_open ? SHADES[shadeOf(value ?? 0, most)] || 'bg-hover' : SHADES[shadeOf(value ?? 0, most)],
          short && 'ring-2 ring-warn ring-inset',
          chosen === cell && 'outline-2 outline-ink',
        )}
      >
        {text}
        {short ? (
          <TriangleAlert
            aria-hidden
            className="absolute end-0.5 top-0.5 size-2.5 text-warn"
            strokeWidth={2.5}
          />
        ) : null}
      </button>
    </td>
  );
}

/** From none to the fullest, by the share of the largest number. */
const shadeOf = (value: number, most: number): 0 | 1 | 2 | 3 | 4 =>
  value === 0 || most === 0 ? 0 : (Math.min(4, Math.ceil((value / most) * 4)) as 1 | 2 | 3 | 4);
