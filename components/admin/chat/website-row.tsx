import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import type { WebsiteDto } from '@/lib/schemas/widget';

/** One website: where it is, and whether its line was seen on a page. */
export function WebsiteRow({ website }: { website: WebsiteDto }) {
  const t = useTranslations('websites');
  const { id, name, origins, is_active, last_seen_at: last } = website;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-1 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-60">
        <Link
          href={`/admin/channels/chat/${id}`}
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
        <p className="truncate text-small text-ink-2">
          {origins.length > 0 ? <bdi dir="ltr">{origins.join(', ')}</bdi> : null}
        </p>
      </div>
      <p className="text-small text-ink-2">
        {last ? (
          <>
            {t('seen')} <RelativeTime value={last} />
          </>
        ) : (
          t('notSeen')
        )}
      </p>
      {is_active ? null : <Chip>{t('off')}</Chip>}
    </li>
  );
}
