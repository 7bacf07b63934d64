import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { WebsiteDto } from '@/lib/schemas/website';
import { ChannelRow } from '../channels/channel-row';

/** One website: where it is, and whether its line was seen on a page. */
export function WebsiteRow({ website }: { website: WebsiteDto }) {
  const t = useTranslations('websites');
  const { id, name, origins, is_active, last_seen_at: last } = website;
  return (
    <ChannelRow
      title={<bdi>{name}</bdi>}
      open={`/admin/channels/chat/${id}`}
      marks={
        <p className="text-small text-ink-2">
          {last ? (
            <>
              {t('seen')} <RelativeTime value={last} />
            </>
          ) : (
            t('notSeen')
          )}
        </p>
      }
      isActive={is_active}
    >
      {origins.length > 0 ? (
        <p className="truncate text-small text-ink-2">
          <bdi dir="ltr">{origins.join(', ')}</bdi>
        </p>
      ) : null}
    </ChannelRow>
  );
}
