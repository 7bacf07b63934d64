'use client';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { doorHref } from '@/components/reports/door-link';
import { Skeleton } from '@/components/ui/skeleton';
import type { BoardDto } from '@/lib/schemas/board';
import { useCounted } from './use-counted';
import { Wait } from './wait';

/** The numbers that are read from across the room; each opens the list behind it, where there is one. */
export function BoardFigures({ board, team }: { board: BoardDto | undefined; team: string | null }) {
  const t = useTranslations('board');
  const format = useFormatter();
  const counted = useCounted();
  const of = team ? { team } : {};
  const waiting = doorHref({ show: 'waiting', ...of });
  return (
    <dl className="grid grid-cols-2 border-y sm:grid-cols-3 xl:grid-cols-6">
      <Figure label={t('figure.waiting')} href={board?.queue.n ? waiting : null}>
        {board && counted(board.queue)}
      </Figure>
      <Figure label={t('figure.longest')} href={board?.queue.n ? `${waiting}&sort=waiting` : null}>
        {board && (board.queue.since ? <Wait since={board.queue.since} /> : '–')}
      </Figure>
      <Figure label={t('figure.there')} href="/admin/people">
        {board &&
          t('of', {
            n: board.people.filter(({ is_there }) => is_there).length,
            of: board.people.length + board.offline,
          })}
      </Figure>
      <Figure
        label={t('figure.created')}
        href={board?.created.n ? doorHref({ show: 'created_lately', ...of }) : null}
      >
        {board && counted(board.created)}
      </Figure>
      <Figure
        label={t('figure.resolved')}
        href={board?.resolved.n ? doorHref({ show: 'resolved_lately', ...of }) : null}
      >
        {board && counted(board.resolved)}
      </Figure>
      <Figure label={t('figure.given')} href={null}>
        {board && format.number(board.given_per_minute, { maximumFractionDigits: 1 })}
      </Figure>
    </dl>
  );
}

function Figure({ label, href, children }: { label: string; href: string | null; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col justify-between gap-1 py-3 pe-3">
      <dt className="text-small text-ink-2 text-pretty">{label}</dt>
      <dd className="tabular text-display">
        {children === undefined ? (
          <span className="flex h-[2.125rem] items-center">
            <Skeleton className="h-5 w-14" />
          </span>
        ) : href === null ? (
          children
        ) : (
          <Link
            href={href}
            prefetch={false}
            className="rounded-control underline-offset-4 hover:text-accent hover:underline"
          >
            {children}
          </Link>
        )}
      </dd>
    </div>
  );
}
