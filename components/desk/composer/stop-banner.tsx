'use client';
import { MailQuestion } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { AiUnreadBanner } from '../ai-unread';
import { NewerBanner } from './newer-banner';
import type { Stop, Wish } from './use-send';

interface StopBannerProps {
  stop: Stop | null;
  onSend: (wish: Wish) => void;
  onBack: () => void;
}

/** What the person must know before the message goes, and the one click with which it then goes. */
export function StopBanner({ stop, onSend, onBack }: StopBannerProps) {
  const t = useTranslations('composer.outsiders');
  if (stop?.kind === 'unread')
    return <AiUnreadBanner onSend={() => onSend({ ...stop.wish, read: true })} onBack={onBack} />;
  if (stop?.kind === 'newer')
    return (
      <div className="pt-2">
        <NewerBanner
          messages={stop.messages}
          onSendAnyway={() => onSend({ ...stop.wish, anyway: true })}
          onDismiss={onBack}
        />
      </div>
    );
  if (stop?.kind !== 'recipients') return null;
  const addresses = stop.recipients.map(({ address }) => address);
  return (
    <div role="alert" className="mx-3 mt-2 rounded-control border border-note-line bg-note px-3 py-2.5">
      <p className="flex items-center gap-2 text-ui font-[600] text-note-ink">
        <MailQuestion aria-hidden className="size-4 shrink-0" />
        {t('title', { count: addresses.length })}
      </p>
      <ul className="mt-1 text-small text-ink">
        {stop.recipients.map(({ address, is_new_domain }) => (
          <li key={address} className="flex flex-wrap gap-x-2">
            <bdi className="font-[600] wrap-anywhere">{address}</bdi>
            {is_new_domain ? <span className="text-ink-2">{t('newDomain')}</span> : null}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          variant="note"
          onClick={() => onSend({ ...stop.wish, confirmed: [...(stop.wish.confirmed ?? []), ...addresses] })}
        >
          {t('send', { count: addresses.length })}
        </Button>
        <Button size="small" variant="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}
