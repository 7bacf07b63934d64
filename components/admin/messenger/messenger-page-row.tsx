import { Clock, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MessengerPageDto } from '@/lib/schemas/messenger';
import { ChannelRow } from '../channels/channel-row';
import { LastHeard } from '../channels/last-heard';

/** One page: whether it is in use, when it was last heard of, and what did not arrive. */
export function MessengerPageRow({ page, onEdit }: { page: MessengerPageDto; onEdit: () => void }) {
  const t = useTranslations('messenger');
  const { last_failure: failure } = page;
  return (
    <ChannelRow
      title={<bdi>{page.name}</bdi>}
      open={onEdit}
      marks={
        <>
          {page.waiting > 0 ? (
            <span className="inline-flex items-center gap-1.5 text-small text-warn">
              <Clock aria-hidden className="size-4 shrink-0" />
              {t('waiting', { count: page.waiting })}
            </span>
          ) : null}
          {page.is_lab ? <Chip>{t('lab')}</Chip> : null}
        </>
      }
      isActive={page.is_active}
    >
      <LastHeard at={page.last_event_at} words={t} />
      {failure ? (
        <p className="flex items-start gap-1.5 text-small text-danger">
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
    </ChannelRow>
  );
}
