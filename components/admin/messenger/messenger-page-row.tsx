import { Clock, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MessengerPageDto } from '@/lib/schemas/messenger';

/** One page: whether it is in use, when it was last heard of, and what did not arrive. */
export function MessengerPageRow({ page, onEdit }: { page: MessengerPageDto; onEdit: () => void }) {
  const t = useTranslations('messenger');
  const { last_event_at: last, last_failure: failure } = page;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-1 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-60">
        <button
          type="button"
          onClick={onEdit}
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          <bdi>{page.name}</bdi>
        </button>
        <p className="text-small text-ink-2">
          {last ? (
            <>
              {t('last')} <RelativeTime value={last} />
            </>
          ) : (
            t('nothingYet')
          )}
        </p>
      </div>
      {page.waiting > 0 ? (
        <span className="inline-flex items-center gap-1.5 text-small text-warn">
          <Clock aria-hidden className="size-4 shrink-0" />
          {t('waiting', { count: page.waiting })}
        </span>
      ) : null}
      {page.is_lab ? <Chip>{t('lab')}</Chip> : null}
      {page.is_active ? null : <Chip>{t('off')}</Chip>}
      {failure ? (
        <p className="flex basis-full items-start gap-1.5 text-small text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">
            <Link
              href={`/desk/all/${failure.ticket}`}
              className="relative font-[550] underline underline-offset-2"
            >
              {t('failure', { number: String(failure.ticket) })}
            </Link>{' '}
            <RelativeTime value={failure.at} className="text-ink-3" />
            <span className="block font-mono text-micro wrap-anywhere">{failure.error}</span>
          </span>
        </p>
      ) : null}
    </li>
  );
}
