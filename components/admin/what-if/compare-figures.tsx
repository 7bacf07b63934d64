'use client';
import { ArrowDown, ArrowUp, CircleQuestionMark, Equal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWords } from '@/components/reports/use-words';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { ReplayDto } from '@/lib/schemas/what-if';

type Figures = ReplayDto['before'];
type Kind = 'duration' | 'count' | 'share' | 'index';
interface Row {
  key: 'half' | 'most' | 'longest' | 'atOnce' | 'waiting' | 'gini' | 'unspoken' | 'foreign';
  kind: Kind;
  /** More of it is better. */
  isGood: boolean;
  of: (figures: Figures) => number | null;
}
const ROWS: readonly Row[] = [
  { key: 'half', kind: 'duration', isGood: false, of: ({ wait }) => wait.half },
  { key: 'most', kind: 'duration', isGood: false, of: ({ wait }) => wait.most },
  { key: 'longest', kind: 'duration', isGood: false, of: ({ wait }) => wait.longest },
  { key: 'atOnce', kind: 'share', isGood: true, of: (figures) => figures.at_once },
  { key: 'waiting', kind: 'count', isGood: false, of: (figures) => figures.waiting },
  { key: 'unspoken', kind: 'count', isGood: false, of: (figures) => figures.unspoken },
  { key: 'foreign', kind: 'count', isGood: false, of: (figures) => figures.foreign },
  { key: 'gini', kind: 'index', isGood: false, of: (figures) => figures.gini },
];

/** Both sides of the trial, figure by figure: what each says stands behind its question mark. */
export function CompareFigures({ data: { before, after } }: { data: ReplayDto }) {
  const t = useTranslations('whatIf');
  const write = useWrite();
  return (
    <div className="@container">
      <table className="tabular w-full border-collapse text-ui">
        <caption className="sr-only">{t('replay.title')}</caption>
        <thead>
          <tr className="border-b text-micro text-ink-3">
            <th scope="col" className="h-8 text-start">
              {t('figure.name')}
            </th>
            <th scope="col" className="ps-2 text-end @lg:ps-4">
              {t('side.before')}
            </th>
            <th scope="col" className="ps-2 text-end @lg:ps-4">
              {t('side.after')}
            </th>
            <th scope="col" className="hidden ps-4 text-end @lg:table-cell">
              {t('figure.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => {
            const [was, is] = [row.of(before), row.of(after)];
            return (
              <tr key={row.key} className="border-b">
                <th scope="row" className="h-11 text-start font-normal text-ink">
                  <span className="flex items-center gap-1">
                    {t(`figure.${row.key}`)}
                    <Rule name={row.key} />
                  </span>
                </th>
                <td className="whitespace-nowrap ps-2 text-end text-ink-2 @lg:ps-4">
                  {write(was, row.kind)}
                </td>
                <td className="whitespace-nowrap py-1 ps-2 text-end @lg:ps-4">
                  <span className="block font-[600] text-ink">{write(is, row.kind)}</span>
                  <span className="block @lg:hidden">
                    <Difference row={row} was={was} is={is} />
                  </span>
                </td>
                <td className="hidden whitespace-nowrap ps-4 text-end @lg:table-cell">
                  <Difference row={row} was={was} is={is} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Rule({ name }: { name: Row['key'] }) {
  const t = useTranslations('whatIf');
  return (
    <Popover
      title={t(`figure.${name}`)}
      trigger={
        <IconButton
          label={t('figure.why', { name: t(`figure.${name}`) })}
          icon={<CircleQuestionMark aria-hidden className="size-4" />}
        />
      }
    >
      <p className="text-ui text-ink-2">{t(`rule.${name}`)}</p>
    </Popover>
  );
}

/** A sign, an arrow and a word, so that the colour says nothing alone. */
function Difference({ row, was, is }: { row: Row; was: number | null; is: number | null }) {
  const t = useTranslations('whatIf');
  const write = useWrite();
  if (was === null || is === null) return <span className="text-ink-3">–</span>;
  const difference = Math.abs(is - was);
  const amount =
    row.kind === 'share'
      ? t('side.points', { count: Math.round(difference * 100) })
      : write(difference, row.kind);
  // what rounds to nothing is nothing
  if (write(difference, row.kind) === write(0, row.kind))
    return (
      <span className="inline-flex items-center gap-1 text-ink-3">
        <Equal aria-hidden className="size-3.5" />
        {t('side.same')}
      </span>
    );
  const isMore = is > was;
  const isBetter = isMore === row.isGood;
  const Icon = isMore ? ArrowUp : ArrowDown;
  return (
    <span
      className={
        isBetter ? 'inline-flex items-center gap-1 text-accent' : 'inline-flex items-center gap-1 text-danger'
      }
    >
      <Icon aria-hidden className="size-3.5" />
      <bdi>{`${isMore ? '+' : '−'}${amount}`}</bdi>
      <span className="text-small">{t(isBetter ? 'side.better' : 'side.worse')}</span>
    </span>
  );
}

function useWrite() {
  const { number, duration } = useWords();
  return (value: number | null, kind: Kind): string => {
    if (value === null) return '–';
    if (kind === 'duration') return duration(value);
    if (kind === 'share') return number(value, { style: 'percent', maximumFractionDigits: 0 });
    return number(
      value,
      kind === 'index' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : undefined,
    );
  };
}
