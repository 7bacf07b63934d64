'use client';
import type { ClockDto, ReportDto, SatisfactionDto } from '@/lib/schemas/report';
import { Figure } from './figure';
import type { ReportLocation } from './use-report-location';
import { useWords } from './use-words';

/** New, Solved, median first reply, median resolution, satisfaction: one ruled row. */
export function Figures({ report, location }: { report: ReportDto | undefined; location: ReportLocation }) {
  const { t } = useWords();
  const { question } = location;
  const before = report?.previous;
  const hours = hoursOf(report, location);
  const clock = (one: ClockDto | undefined) => (one ? one[hours] : undefined);
  const past = <T,>(pick: (figures: NonNullable<ReportDto['previous']>) => T) =>
    before ? pick(before) : undefined;
  return (
    <div className="grid border-y sm:grid-cols-2 xl:grid-cols-5">
      {(['created', 'resolved'] as const).map((name) => (
        <Figure
          key={name}
          label={t(`figure.${name}.label`)}
          kind="count"
          value={report?.figures[name]}
          previous={past((figures) => figures[name])}
          n={report?.figures[name] ?? 0}
          door={{ show: name, ...question }}
          course={report?.days.map((day) => day[name]) ?? []}
          definition={<p>{t(`figure.${name}.rule`)}</p>}
        />
      ))}
      {(['first_reply', 'resolution'] as const).map((name) => (
        <Figure
          key={name}
          label={t(`figure.${name}.label`)}
          hours={t(`hours.${hours}`)}
          kind="duration"
          value={report && (clock(report.figures[name])?.median_seconds ?? null)}
          previous={past((figures) => clock(figures[name])?.median_seconds ?? null)}
          n={report?.figures[name].n ?? 0}
          door={{ show: name === 'first_reply' ? 'replied' : 'resolved', ...question }}
          course={report?.days.map((day) => day[name]) ?? []}
          definition={report ? <ClockRule name={name} clock={report.figures[name]} hours={hours} /> : null}
        />
      ))}
      <Figure
        label={t('figure.satisfaction.label')}
        kind="share"
        value={report && shareOf(report.figures.satisfaction)}
        previous={past((figures) => shareOf(figures.satisfaction))}
        n={report?.figures.satisfaction.n ?? 0}
        door={{ show: 'rated', ...question }}
        course={report?.days.map((day) => shareOf(day.satisfaction)) ?? []}
        definition={
          <>
            <p>{t('figure.satisfaction.rule')}</p>
            <p className="tabular text-small text-ink">
              {t('figure.satisfaction.n', {
                n: report?.figures.satisfaction.n ?? 0,
                good: report?.figures.satisfaction.good ?? 0,
              })}
            </p>
          </>
        }
      />
    </div>
  );
}

/** Of the ratings, how many were good; null when nobody rated. */
export const shareOf = ({ n, good }: SatisfactionDto): number | null => (n === 0 ? null : good / n);

/** Business hours unless calendar hours are asked for, or the house never opens. */
export function hoursOf(report: ReportDto | undefined, location: ReportLocation): 'business' | 'calendar' {
  if (location.values.hours === 'calendar') return 'calendar';
  const figures = report?.figures;
  const never =
    figures && [figures.first_reply, figures.resolution].some((one) => one.n > 0 && one.business === null);
  return never ? 'calendar' : 'business';
}

/** The rule in words, then mean, median and ninth decile with how many tickets and how sure. */
function ClockRule({
  name,
  clock,
  hours,
}: {
  name: 'first_reply' | 'resolution';
  clock: ClockDto;
  hours: 'business' | 'calendar';
}) {
  const { t, number, duration } = useWords();
  const shown = clock[hours] ?? clock.calendar;
  return (
    <>
      <p>{t(`figure.${name}.rule`)}</p>
      <p>{t(`hours.${hours}Rule`)}</p>
      <p>{t(`figure.${name}.scope`)}</p>
      <dl className="tabular grid grid-cols-[auto_1fr] gap-x-4 border-t pt-2 text-small">
        {(['median', 'average', 'p90'] as const).map((one) => (
          <div key={one} className="contents">
            <dt>{t(`statistic.${one}`)}</dt>
            <dd className="text-end text-ink">{duration(shown[`${one}_seconds`])}</dd>
          </div>
        ))}
        <dt>{t('statistic.n')}</dt>
        <dd className="text-end text-ink">{number(clock.n)}</dd>
      </dl>
      <p className="text-small text-ink-3">
        {clock.error === 0
          ? t('statistic.exact')
          : t('statistic.estimate', {
              error: number(clock.error, { style: 'percent', maximumFractionDigits: 1 }),
            })}
      </p>
    </>
  );
}
