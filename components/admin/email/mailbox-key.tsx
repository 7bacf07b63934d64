'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useMailboxKey, useRenewMailboxKey } from '@/components/data/use-email-channel';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { CopyButton } from '../developers/copy-button';

/** Where a provider hands in this mailbox's mail, and the key with which it signs: shown when it is asked for. */
export function MailboxKey({ id }: { id: string }) {
  const t = useTranslations('channels.webhook');
  const [open, setOpen] = useState(false);
  const key = useMailboxKey(id, open);
  const renew = useRenewMailboxKey(id);
  const part = useId();
  return (
    <div>
      <Button
        size="small"
        variant="secondary"
        aria-expanded={open}
        aria-controls={part}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'hide' : 'show')}
      </Button>
      <p className="mt-1.5 text-small text-ink-3 text-pretty">{t('hint')}</p>
      <div id={part} hidden={!open}>
        {key.data ? (
          <dl className="mt-3 flex flex-col gap-2 border-s-2 border-line-strong ps-3 text-small">
            {(['url', 'key'] as const).map((name) => (
              <div key={name} className="flex flex-wrap items-center gap-x-3">
                <dt className="text-ink-3">{t(name)}</dt>
                <dd className="min-w-0 flex-1 basis-60 font-mono text-micro wrap-anywhere" dir="ltr">
                  {key.data[name]}
                </dd>
                <CopyButton text={key.data[name]} />
              </div>
            ))}
            <div>
              <Button size="small" variant="quiet" pending={renew.isPending} onClick={() => renew.mutate()}>
                {t('renew')}
              </Button>
              <p className="text-small text-ink-3">{t('renewHint')}</p>
            </div>
          </dl>
        ) : open ? (
          <Skeleton className="mt-3 h-16" />
        ) : null}
      </div>
    </div>
  );
}
