'use client';
import { PhoneCall } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import { useRoutingText } from '@/components/desk/use-routing-text';
import { doorHref } from '@/components/reports/door-link';
import { EmptyState } from '@/components/ui/empty-state';
import { languageName } from '@/components/ui/language-name';
import { Skeleton } from '@/components/ui/skeleton';
import type { BoardDto, WaitingOnBoard } from '@/lib/schemas/board';
import { useCounted } from './use-counted';
import { Wait } from './wait';

/** What waits, by what it asks of whoever takes it: how many, how long, and why. */
export function BoardWaiting({ board }: { board: BoardDto | undefined }) {
  const t = useTranslations('board.waiting');
  return (
    <section aria-labelledby="board-waiting" className="min-w-0">
      <h2 id="board-waiting" className="mb-2 text-heading">
        {t('title')}
      </h2>
      {board?.waiting.length === 0 ? (
        <EmptyState title={t('nothing')} />
      ) : (
        <table className="w-full border-collapse text-start">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr className="border-y text-micro text-ink-3">
              <th scope="col" className="h-9 text-start">
                {t('asks')}
              </th>
              <th scope="col" className="h-9 w-20 ps-3 text-end">
                {t('count')}
              </th>
              <th scope="col" className="h-9 w-24 ps-3 text-end">
                {t('longest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {board
              ? board.waiting.map((row) => <WaitingRow key={row.demand} row={row} />)
              : [0, 1].map((row) => (
                  <tr key={row} className="border-b">
                    <td colSpan={3} className="h-15">
                      <Skeleton className="w-2/3" />
                    </td>
                  </tr>
                ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function WaitingRow({ row }: { row: WaitingOnBoard }) {
  const t = useTranslations('board.waiting');
  const locale = useLocale();
  const format = useFormatter();
  const counted = useCounted();
  const say = useRoutingText();
  const { nameOf } = useTopics();
  const languages = row.languages.map((code) => languageName(code, locale));
  const door = doorHref({ show: 'waiting', demand: String(row.demand) });
  const link = 'tabular underline-offset-4 hover:text-accent hover:underline';
  const traits = [row.team?.name, row.topic === null ? null : nameOf(row.topic)].filter(Boolean);
  return (
    <tr className="border-b align-top">
      <th scope="row" className="py-2.5 text-start">
        <span className="flex flex-wrap items-center gap-x-1.5 text-ui font-[600] text-ink">
          {row.kind === 'call' ? <PhoneCall aria-hidden className="size-4 text-ink-2" /> : null}
          {t(`kind.${row.kind}`)}
          <span className="font-normal text-ink-2">
            {languages.length > 0 ? format.list(languages, { type: 'conjunction' }) : t('anyLanguage')}
          </span>
        </span>
        {traits.length > 0 ? (
          <span className="block text-small font-normal text-ink-3">
            {traits.map((trait, index) => (
              <span key={trait}>
                {index > 0 ? ' · ' : null}
                <bdi>{trait}</bdi>
              </span>
            ))}
          </span>
        ) : null}
        {row.reason?.text ? (
          <span className="block text-small font-normal text-ink-2 text-pretty">
            {say({ ...row.reason, text: row.reason.text })}
          </span>
        ) : null}
      </th>
      <td className="py-2.5 ps-3 text-end text-ui">
        <Link href={door} prefetch={false} className={`${link} font-[600] text-ink`}>
          {counted(row)}
        </Link>
      </td>
      <td className="whitespace-nowrap py-2.5 ps-3 text-end text-ui">
        <Link href={`${door}&sort=waiting`} prefetch={false} className={`${link} text-ink-2`}>
          <Wait since={row.since} />
        </Link>
      </td>
    </tr>
  );
}
