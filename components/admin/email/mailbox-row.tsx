import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MailboxDto } from '@/lib/schemas/email-channel';

/** One mailbox: whether it is in use, and when it last got a mail. */
export function MailboxRow({ mailbox, onEdit }: { mailbox: MailboxDto; onEdit: () => void }) {
  const t = useTranslations('channels');
  const { last_received_at: last } = mailbox;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-1 py-3 hover:bg-hover">
      <div className="min-w-0 flex-1 basis-60">
        <button
          type="button"
          onClick={onEdit}
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          <bdi dir="ltr">{mailbox.address}</bdi>
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
      {mailbox.is_quiet ? (
        <span className="inline-flex items-center gap-1.5 text-small text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {t('quiet', { minutes: mailbox.quiet_minutes ?? 0 })}
        </span>
      ) : null}
      {mailbox.is_active ? null : <Chip>{t('off')}</Chip>}
    </li>
  );
}
