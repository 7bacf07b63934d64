'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMailboxKey, useRenewMailboxKey } from '@/components/data/use-email-channel';
import { OnDemand } from '../channels/on-demand';

/** Where a provider hands in this mailbox's mail, and the key with which it signs. */
export function MailboxKey({ id }: { id: string }) {
  const t = useTranslations('channels.webhook');
  const [open, setOpen] = useState(false);
  const key = useMailboxKey(id, open).data;
  const renew = useRenewMailboxKey(id);
  return (
    <div className="border-y py-4">
      <OnDemand
        words={t}
        open={open}
        onOpen={setOpen}
        lines={key && (['url', 'key'] as const).map((name) => ({ name: t(name), text: key[name] }))}
        renew={renew}
      >
        <p className="mt-1.5 text-small text-ink-3 text-pretty">{t('hint')}</p>
      </OnDemand>
    </div>
  );
}
