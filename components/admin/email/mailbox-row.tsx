import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import type { ImapDto } from '@/lib/schemas/mail-servers';

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
        {mailbox.imap && mailbox.is_active ? <Fetching imap={mailbox.imap} /> : null}
        {mailbox.smtp?.trouble && mailbox.is_active ? (
          <Trouble
            says={t(mailbox.smtp.trouble === 'login' ? 'server.paused' : 'server.away')}
            said={mailbox.smtp.said}
          />
        ) : null}
      </div>
      {mailbox.is_quiet ? <Alarm>{t('quiet', { minutes: mailbox.quiet_minutes ?? 0 })}</Alarm> : null}
      {mailbox.is_active ? null : <Chip>{t('off')}</Chip>}
    </li>
  );
}

/** When its folder was last looked at, or why it cannot be. */
function Fetching({ imap }: { imap: ImapDto }) {
  const t = useTranslations('channels.server');
  if (imap.trouble) return <Trouble says={t(`troubles.${imap.trouble}`)} said={imap.said} />;
  return (
    <p className="text-small text-ink-3">
      {imap.fetched_at ? (
        <>
          {t('looked')} <RelativeTime value={imap.fetched_at} />
        </>
      ) : (
        t('notYet')
      )}
    </p>
  );
}

function Trouble({ says, said }: { says: string; said: string | null }) {
  return (
    <Alarm>
      <span>
        {says}
        {said ? (
          <span dir="ltr" className="block font-mono text-micro text-ink-2 wrap-anywhere">
            {said}
          </span>
        ) : null}
      </span>
    </Alarm>
  );
}

const Alarm = ({ children }: { children: ReactNode }) => (
  <p className="flex items-start gap-1.5 text-small text-warn">
    <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
    {children}
  </p>
);
