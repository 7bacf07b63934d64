'use client';
import { useLocale, useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import type { useReplay } from '@/components/data/use-what-if';
import { useWords } from '@/components/reports/use-words';
import { EmptyState } from '@/components/ui/empty-state';
import { languageName } from '@/components/ui/language-name';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReplayDto } from '@/lib/schemas/what-if';
import { ChangedHands } from './changed-hands';
import { Compare } from './compare';
import { CompareFigures } from './compare-figures';

interface ReplayResultsProps {
  replay: ReturnType<typeof useReplay>;
  /** Something is tried. */
  isChanged: boolean;
}

/** The last tickets in figures, as the rules are and as they would be, and which of them change hands. */
export function ReplayResults({ replay, isChanged }: ReplayResultsProps) {
  const t = useTranslations('whatIf');
  const { data, error, isFetching, isPlaceholderData } = replay;
  return (
    <section aria-label={t('replay.title')} aria-busy={isFetching} className="min-w-0">
      {error && !data ? (
        <QueryError query={replay} title={t('replay.failed')} />
      ) : !data ? (
        <Skeleton className="h-80" />
      ) : data.from === null ? (
        <EmptyState title={t('replay.empty')}>{t('replay.emptyDetail')}</EmptyState>
      ) : (
        <div className={isPlaceholderData ? 'flex flex-col gap-10 opacity-60' : 'flex flex-col gap-10'}>
          <Told data={data} isChanged={isChanged} />
        </div>
      )}
    </section>
  );
}

function Told({ data, isChanged }: { data: ReplayDto; isChanged: boolean }) {
  const t = useTranslations('whatIf');
  return (
    <>
      <div>
        <h2 className="text-heading">
          {isChanged ? t('replay.changed', { count: data.changed.count }) : t('replay.same')}
        </h2>
        <p className="mt-0.5 mb-4 max-w-[65ch] text-small text-ink-3 text-pretty">
          {t.rich('replay.of', {
            count: data.before.tickets,
            since: () => <RelativeTime value={data.from!} form="full" />,
          })}
        </p>
        <CompareFigures data={data} />
      </div>
      <Charts data={data} />
      <ChangedHands data={data} />
      <Assumed data={data} />
    </>
  );
}

/** Small charts of one shape: a name, and two bars beside each other. */
function Charts({ data: { before, after } }: { data: ReplayDto }) {
  const t = useTranslations('whatIf');
  const locale = useLocale();
  const why = useTranslations('desk.routingWhy');
  const { number, duration } = useWords();
  const waits = <T extends { key: string; most: number | null }>(
    was: readonly T[],
    is: readonly T[],
    nameOf: (key: T['key']) => string,
  ) =>
    was.map(({ key, most }) => ({
      ...{ key, name: nameOf(key), before: most ?? 0 },
      after: is.find((one) => one.key === key)?.most ?? 0,
    }));
  const work = new Map(before.agents.map((agent) => [agent.id, agent.tickets]));
  const agents = after.agents.map(({ id, name, tickets }) => ({
    ...{ key: id, name: id in names(before) ? name : t('more.name', { n: name.slice(1) }) },
    ...{ before: work.get(id) ?? 0, after: tickets },
  }));
  return (
    <div className="grid gap-x-10 gap-y-10 2xl:grid-cols-2">
      <Compare
        title={t('chart.languages')}
        detail={t('chart.waitDetail')}
        rows={waits(before.by_language, after.by_language, (key) =>
          key === '' ? t('chart.noLanguage') : languageName(key, locale),
        )}
        write={duration}
      />
      <Compare
        title={t('chart.kinds')}
        detail={t('chart.waitDetail')}
        rows={waits(before.by_kind, after.by_kind, (key) => why(`kinds.${key}`))}
        write={duration}
      />
      <Compare
        title={t('chart.agents')}
        detail={t('chart.agentsDetail')}
        rows={agents.toSorted((a, b) => b.before - a.before || b.after - a.after).slice(0, MOST_BARS)}
        write={number}
      />
    </div>
  );
}

/** More than these do not fit on a screen; who has most of the tickets is what the chart is about. */
const MOST_BARS = 20;
const names = (figures: ReplayDto['before']) =>
  Object.fromEntries(figures.agents.map(({ id, name }) => [id, name]));

/** What makes these figures comparable with each other, and not with the reports. */
function Assumed({ data: { recorded } }: { data: ReplayDto }) {
  const t = useTranslations('whatIf');
  const { duration } = useWords();
  return (
    <details className="border-t pt-4">
      <summary className="cursor-pointer text-ui font-[550] text-ink-2">{t('assumed.title')}</summary>
      <ul className="mt-2 flex max-w-[70ch] list-disc flex-col gap-1.5 ps-5 text-small text-ink-2">
        {(['tickets', 'handling', 'people', 'hands', 'manual'] as const).map((key) => (
          <li key={key}>{t(`assumed.${key}`)}</li>
        ))}
        {recorded.n > 0 ? (
          <li>
            {t('assumed.recorded', {
              count: recorded.n,
              half: duration(recorded.half),
              most: duration(recorded.most),
            })}
          </li>
        ) : null}
      </ul>
    </details>
  );
}
