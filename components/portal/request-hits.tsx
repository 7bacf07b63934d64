import { ArrowLeft, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import type { SearchDto } from '@/lib/schemas/search';
import { RequestRow } from './request-row';

const hrefOf = (q: string, cursor?: string) =>
  `/requests?${new URLSearchParams({ q, ...(cursor ? { cursor } : {}) })}`;

/** What was found among one's own requests, each with the place that fits. */
export function RequestHits({ q, found }: { q: string; found: SearchDto }) {
  const t = useTranslations('search');
  return (
    <>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-heading">{t('portal.heading', { q })}</h2>
        <Link
          href="/requests"
          className="inline-flex items-center gap-1.5 rounded-control text-small text-accent hover:underline"
        >
          <ArrowLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />
          {t('portal.back')}
        </Link>
      </div>
      {found.results.length === 0 ? (
        <EmptyState
          icon={<SearchX aria-hidden className="size-8" strokeWidth={1.25} />}
          title={t('portal.nothing', { q })}
          action={
            found.suggestion ? (
              <Link href={hrefOf(found.suggestion)} className={buttonStyle({ variant: 'secondary' })}>
                {t('didYouMean', { suggestion: found.suggestion })}
              </Link>
            ) : undefined
          }
        />
      ) : (
        <ul className="border-t border-line">
          {found.results.map((hit) => (
            <RequestRow key={hit.ticket.id} ticket={hit.ticket} hit={hit} />
          ))}
        </ul>
      )}
      {found.next ? (
        <div className="mt-6 flex justify-center">
          <Link href={hrefOf(q, found.next)} className={buttonStyle({ variant: 'secondary' })}>
            {t('portal.more')}
          </Link>
        </div>
      ) : null}
    </>
  );
}
