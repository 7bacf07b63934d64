import { useTranslations } from 'next-intl';
import type { MailInDto } from '@/lib/schemas/email-channel';

const LOOKS: Partial<Record<MailInDto['state'], string>> = {
  failed: 'text-danger',
  quarantined: 'text-warn',
};

/** Where a mail ended, and why, in a few words. */
export function MailState({ mail: { state, reason, ticket } }: { mail: MailInDto }) {
  const t = useTranslations('channels');
  return (
    <span className={LOOKS[state] ?? 'text-ink-2'}>
      {t(`ends.${state}`, { ticket: ticket ? `#${ticket.number}` : '' })}
      {reason ? `: ${t(`reasons.${reason}`)}` : null}
    </span>
  );
}
