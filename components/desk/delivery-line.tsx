'use client';
import { CheckCheck, CircleAlert, Clock, MailCheck, MailX, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeliveryDto } from '@/lib/schemas/message';

/** How the reply travels to the customer's mailbox. Trouble is said in full; success is a quiet word. */
export function DeliveryLine({ delivery, isChat }: { delivery: DeliveryDto; isChat: boolean }) {
  const t = useTranslations('desk.delivery');
  const { state, detail } = delivery;
  if (state === 'failed' || state === 'bounced') {
    return (
      <div className="mt-3 flex items-start gap-2 rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
        <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
        <p className="min-w-0">
          <span className="font-[600]">{t(state)}</span> {t(isChat ? 'chatDetail' : `${state}Detail`)}
          {detail ? <span className="mt-0.5 block font-mono text-micro wrap-anywhere">{detail}</span> : null}
        </p>
      </div>
    );
  }
  const icon = {
    queued: <Send aria-hidden className="size-3.5 rtl:-scale-x-100" />,
    sending: <Send aria-hidden className="size-3.5 rtl:-scale-x-100" />,
    sent: <MailCheck aria-hidden className="size-3.5" />,
    deferred: <Clock aria-hidden className="size-3.5 text-warn" />,
    read: <CheckCheck aria-hidden className="size-3.5 text-accent" />,
    no_address: <MailX aria-hidden className="size-3.5" />,
  }[state];
  return (
    <p className="mt-2 flex items-center gap-1.5 text-micro text-ink-3" title={detail ?? undefined}>
      {icon}
      <span className={state === 'deferred' ? 'text-warn' : undefined}>
        {t(isChat && state === 'read' ? 'seen' : state)}
      </span>
      {state === 'deferred' && detail ? <span className="min-w-0 truncate font-mono">{detail}</span> : null}
    </p>
  );
}
