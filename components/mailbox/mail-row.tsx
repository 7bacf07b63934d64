import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CaughtMailDto } from '@/lib/schemas/mailbox';

interface MailRowProps {
  mail: CaughtMailDto;
  open: boolean;
  onOpen: () => void;
}

export function MailRow({ mail, open, onOpen }: MailRowProps) {
  const t = useTranslations('mailbox');
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-current={open || undefined}
        onClick={onOpen}
        className={cx(
          'flex w-full flex-col gap-0.5 border-s-2 px-4 py-3 text-start focus-visible:-outline-offset-2',
          open ? 'row-selected border-accent bg-selected' : 'border-transparent hover:bg-hover',
        )}
      >
        <span className="flex w-full items-baseline gap-3">
          <span dir="auto" className="min-w-0 flex-1 truncate text-ui font-[600] text-ink">
            {mail.subject || t('noSubject')}
          </span>
          <RelativeTime value={mail.created_at} className="shrink-0 text-small text-ink-3" />
        </span>
        <span className="truncate text-small text-ink-2">
          <bdi dir="ltr">{mail.to}</bdi>
        </span>
      </button>
    </li>
  );
}
