'use client';
import { cx } from 'class-variance-authority';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useLocale } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useTicketClocks } from '@/components/data/use-report';
import { formatLocale } from '@/components/ui/format-locale';
import { Skeleton } from '@/components/ui/skeleton';
import type { TicketClocksDto } from '@/lib/schemas/report';
import { useWords } from './use-words';

/** Why a ticket counts as it does: each stretch of both clocks, and whether it counted. */
export function TicketClocks({ number }: { number: number }) {
  const { t } = useWords();
  const clocks = useTicketClocks(number);
  const { data, error } = clocks;
  return (
    <div className="flex max-w-180 flex-col gap-6">
      <div>
        <Link
          href="/admin/reports"
          className="inline-flex items-center gap-1.5 rounded-control text-small text-ink-2 hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('title')}
        </Link>
        <h1 className="mt-2 text-display">{t('clocks.title', { number: String(number) })}</h1>
        {data ? (
          <p className="mt-1 text-ui text-ink-2">
            <Link
              href={`/desk/all/${number}`}
              className="rounded-control text-accent underline underline-offset-4"
            >
              <bdi>{data.ticket.subject}</bdi>
            </Link>
          </p>
        ) : null}
      </div>
      {data ? (
        <>
          <p className="text-small text-ink-3">
            {data.is_counted ? t('clocks.zone', { zone: data.time_zone }) : t('clocks.notCounted')}
          </p>
          <Clock name="first_reply" clock={data.first_reply} zone={data.time_zone} />
          <Clock name="resolution" clock={data.resolution} zone={data.time_zone} />
        </>
      ) : error ? (
        <QueryError title={t('failed')} query={clocks} />
      ) : (
        <div aria-busy="true" className="flex flex-col gap-6 py-4">
          <Skeleton className="w-full" />
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      )}
    </div>
  );
}

function Clock({
  name,
  clock,
  zone,
}: {
  name: 'first_reply' | 'resolution';
  clock: TicketClocksDto['first_reply'];
  zone: string;
}) {
  const { t, duration } = useWords();
  const locale = useLocale();
  const instants = new Intl.DateTimeFormat(formatLocale(locale), {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  return (
    <section aria-labelledby={`clock-${name}`}>
      <h2 id={`clock-${name}`} className="text-heading">
        {t(`clocks.${name}`)}
      </h2>
      <p className="mt-1 text-small text-ink-2">{t(`figure.${name}.rule`)}</p>
      {clock.state === 'none' ? null : (
        <>
          <p className="tabular mt-3 text-ui text-ink">
            {t(`clocks.${clock.state}`, {
              business: duration(clock.business_seconds),
              calendar: duration(clock.calendar_seconds),
            })}
          </p>
          <div className="overflow-x-auto">
            <table className="tabular mt-2 w-full border-collapse text-small">
              <caption className="sr-only">{t(`clocks.${name}`)}</caption>
              <thead>
                <tr className="text-micro text-ink-3">
                  <th scope="col" className="h-9 border-b text-start">
                    {t('clocks.from')}
                  </th>
                  <th scope="col" className="h-9 border-b ps-4 text-start">
                    {t('clocks.to')}
                  </th>
                  <th scope="col" className="h-9 border-b ps-4 text-end">
                    {t('clocks.length')}
                  </th>
                  <th scope="col" className="h-9 border-b ps-6 text-start">
                    {t('clocks.why')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {clock.stretches.map(({ from, to, counted, reason }) => (
                  <tr key={from} className={cx('border-b', counted ? 'text-ink' : 'text-ink-3')}>
                    <td className="h-9 whitespace-nowrap">
                      <time dateTime={from}>{instants.format(new Date(from))}</time>
                    </td>
                    <td className="h-9 whitespace-nowrap ps-4">
                      <time dateTime={to}>{instants.format(new Date(to))}</time>
                    </td>
                    <td className="h-9 whitespace-nowrap ps-4 text-end">
                      {duration((Date.parse(to) - Date.parse(from)) / 1_000)}
                    </td>
                    <td className={cx('h-9 ps-6', counted && 'font-[600] text-accent')}>
                      {t(`clocks.reason.${reason}`)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
