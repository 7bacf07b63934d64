import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MailboxDto } from '@/lib/schemas/email-channel';
import type { ImapDto } from '@/lib/schemas/mail-servers';
import { ChannelRow } from '../channels/channel-row';
import { LastHeard } from '../channels/last-heard';

/** One mailbox: whether it is in use, and when it last got a mail. */
export function MailboxRow({ mailbox, onEdit }: { mailbox: MailboxDto; onEdit: () => void }) {
  const t = useTranslations('channels');
  return (
    <ChannelRow
      title={<bdi dir="ltr">{mailbox.address}</bdi>}
      open={onEdit}
      marks={mailbox.is_quiet ? <Alarm>{t('quiet', { minutes: mailbox.quiet_minutes ?? 0 })}</Alarm> : null}
      isActive={mailbox.is_active}
    >
      <LastHeard at={mailbox.last_received_at} words={t} />
      {mailbox.imap && mailbox.is_active ? <Fetching imap={mailbox.imap} /> : null}
      {mailbox.smtp?.trouble && mailbox.is_active ? (
        <Trouble
          says={t(mailbox.smtp.trouble === 'login' ? 'server.paused' : 'server.away')}
          said={mailbox.smtp.said}
        />
      ) : null}
    </ChannelRow>
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
